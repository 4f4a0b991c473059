package io.hyperfleet.domain.search;

import java.util.List;
import java.util.Objects;

/** What of a resource is compared. */
public sealed interface SearchField
    permits ResourceColumn, SearchField.Label, SearchField.SpecPath, SearchField.OfCondition {

  /** Whether the field may be compared with such a value. */
  boolean accepts(SearchValue value);

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of field. */
  interface Visitor<R> {
    R column(ResourceColumn column);

    R label(Label label);

    R specPath(SpecPath path);

    R ofCondition(OfCondition member);
  }

  /** The value of a label; null for a resource without it. */
  record Label(String key) implements SearchField {

    public Label {
      if (key.isEmpty()) {
        throw new IllegalArgumentException("a label has a key");
      }
    }

    @Override
    public boolean accepts(SearchValue value) {
      return value instanceof SearchValue.Text;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.label(this);
    }
  }

  /**
   * A member of a member of the spec, and so on; null if it is missing or a JSON null. As text it
   * is a string, or how any other value is written, objects and arrays as the database writes them;
   * as a number it is a number, or a string that spells one.
   *
   * @param members their names, from the outside in
   */
  record SpecPath(List<String> members) implements SearchField {

    public SpecPath {
      members = List.copyOf(members);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("the spec itself is no value");
      }
    }

    @Override
    public boolean accepts(SearchValue value) {
      return !(value instanceof SearchValue.Time);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.specPath(this);
    }
  }

  /** A member of a condition that the resource has; null if it has no such condition. */
  record OfCondition(String type, Member member) implements SearchField {

    /** What of a condition can be searched. */
    public enum Member {
      STATUS(SearchValue.Text.class),
      LAST_UPDATED_TIME(SearchValue.Time.class),
      LAST_TRANSITION_TIME(SearchValue.Time.class),
      OBSERVED_GENERATION(SearchValue.Numeric.class);

      private final Class<? extends SearchValue> valueType;

      Member(Class<? extends SearchValue> valueType) {
        this.valueType = valueType;
      }
    }

    public OfCondition {
      Objects.requireNonNull(member, "member");
      if (type.isEmpty()) {
        throw new IllegalArgumentException("a condition has a type");
      }
    }

    @Override
    public boolean accepts(SearchValue value) {
      return member.valueType.isInstance(value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofCondition(this);
    }
  }
}
