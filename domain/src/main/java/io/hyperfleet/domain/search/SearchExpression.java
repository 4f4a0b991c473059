package io.hyperfleet.domain.search;

import java.util.List;
import java.util.Objects;

/**
 * What is asked of a resource. As in SQL an answer may also be unknown: a comparison with what is
 * null is, and so is its negation. A resource is found if the answer is yes.
 */
public sealed interface SearchExpression {

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of expression. */
  interface Visitor<R> {
    R and(And expression);

    R or(Or expression);

    R not(Not expression);

    R comparison(Comparison expression);

    R isNull(IsNull expression);

    R in(In expression);

    R like(Like expression);

    R twoFields(TwoFields expression);
  }

  /** All of several; of none it is true. */
  record And(List<SearchExpression> operands) implements SearchExpression {

    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.and(this);
    }
  }

  /** Any of several; of none it is false. */
  record Or(List<SearchExpression> operands) implements SearchExpression {

    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.or(this);
    }
  }

  /** The opposite; of the unknown it is unknown. */
  record Not(SearchExpression operand) implements SearchExpression {

    public Not {
      Objects.requireNonNull(operand, "operand");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** A field against a value that it accepts. */
  record Comparison(SearchField field, SearchOperator operator, SearchValue value)
      implements SearchExpression {

    public Comparison {
      Objects.requireNonNull(operator, "operator");
      if (!field.accepts(value)) {
        throw new IllegalArgumentException(field + " is not compared with " + value);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** Whether a field is null; never unknown. */
  record IsNull(SearchField field) implements SearchExpression {

    public IsNull {
      Objects.requireNonNull(field, "field");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.isNull(this);
    }
  }

  /** Whether a field equals one of some values, which are of one type and at least one. */
  record In(SearchField field, List<SearchValue> values) implements SearchExpression {

    public In {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("nothing to look for");
      }
      for (SearchValue value : values) {
        if (!field.accepts(value) || value.getClass() != values.get(0).getClass()) {
          throw new IllegalArgumentException(field + " is not compared with " + values);
        }
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /**
   * Whether the whole text of a field has a shape: a percent sign stands for any characters, an
   * underscore for one, and what follows a backslash for itself.
   */
  record Like(SearchField field, String pattern, boolean ignoringCase) implements SearchExpression {

    public Like {
      if (!field.accepts(new SearchValue.Text(pattern))) {
        throw new IllegalArgumentException(field + " is no text");
      }
      if (endsInTheMiddle(pattern)) {
        throw new IllegalArgumentException("nothing follows the last backslash: " + pattern);
      }
    }

    /** Whether the last character is a backslash that nothing follows. */
    public static boolean endsInTheMiddle(String pattern) {
      int backslashes = 0;
      while (backslashes < pattern.length()
          && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
        backslashes++;
      }
      return backslashes % 2 == 1;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.like(this);
    }
  }

  /** A field against another one, both as text. */
  record TwoFields(SearchField left, SearchOperator operator, SearchField right)
      implements SearchExpression {

    public TwoFields {
      Objects.requireNonNull(operator, "operator");
      SearchValue text = new SearchValue.Text("");
      if (!left.accepts(text) || !right.accepts(text)) {
        throw new IllegalArgumentException("not two texts: " + left + " and " + right);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.twoFields(this);
    }
  }
}
