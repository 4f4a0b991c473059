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
}
