package io.hyperfleet.domain.search;

import java.util.List;

/** What of a resource is compared. */
public sealed interface SearchField
    permits ResourceColumn, SearchField.Label, SearchField.SpecPath {

  /** Whether the field may be compared with such a value. */
  boolean accepts(SearchValue value);

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of field. */
  interface Visitor<R> {
    R column(ResourceColumn column);

    R label(Label label);

    R specPath(SpecPath path);
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
   * is a string, or how a number or a boolean is written; as a number it is a number, or a string
   * that spells one. An object or an array is neither, and not null.
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
}
