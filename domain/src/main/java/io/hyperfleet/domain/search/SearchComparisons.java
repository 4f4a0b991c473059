package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchOperand.Constant;
import io.hyperfleet.domain.search.SearchOperand.OfDocument;
import io.hyperfleet.domain.search.SearchOperand.OfField;
import io.hyperfleet.domain.search.SearchOperand.OfLiteral;
import io.hyperfleet.domain.search.SearchOperand.OfNothing;
import io.hyperfleet.domain.search.SearchOperand.OfNumber;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.status.ConditionStatus;

/** Compares two operands, whichever of them is a field. */
record SearchComparisons(SearchText source) {

  SearchExpression of(SearchOperand left, SearchOperator operator, SearchOperand right) {
    if (left instanceof Constant constant) {
      return right instanceof Constant other
          ? SearchTyping.constant(operator.holds(order(constant, other)))
          : withConstant(field(right), operator.mirrored(), constant);
    }
    OfField field = field(left);
    return right instanceof Constant constant
        ? withConstant(field, operator, constant)
        : withField(field, operator, field(right));
  }

  /** Two numbers as such, everything else as it is written. */
  static int order(Constant left, Constant right) {
    if (left instanceof OfNumber number && right instanceof OfNumber other) {
      return number.value().compareTo(other.value());
    }
    return left.asText().compareTo(right.asText());
  }

  private SearchExpression withConstant(
      OfField operand, SearchOperator operator, Constant constant) {
    SearchField field = operand.field();
    if (isStatus(field)) {
      requireEqual(operator);
      if (!isWritten(constant)) {
        return SearchTyping.constant(false);
      }
      requireStatus(constant.asText().value());
    }
    return new Comparison(field, operator, field.accept(new SearchValues(source, constant)));
  }

  private static boolean isStatus(SearchField field) {
    return field instanceof OfCondition condition
        && condition.member() == OfCondition.Member.STATUS;
  }

  private static void requireEqual(SearchOperator operator) {
    if (operator != SearchOperator.EQUAL) {
      throw FleetException.badRequest(
          "only equality operator (=) is supported for condition status queries");
    }
  }

  /** A number or a truth value is nothing that a status could be. */
  private static boolean isWritten(Constant constant) {
    return constant instanceof OfLiteral written
        && written.literal().kind() != Literal.Kind.BOOLEAN;
  }

  private static void requireStatus(String status) {
    if (ConditionStatus.parse(status).isEmpty()) {
      throw FleetException.badRequest(
          "condition status '" + status + "' is invalid: must be True, False, or Unknown");
    }
  }

  private SearchExpression withField(OfField left, SearchOperator operator, OfField right) {
    requireComparable(left);
    requireComparable(right);
    return new TwoFields(left.field(), operator, right.field());
  }

  private void requireComparable(OfField operand) {
    if (operand.field() instanceof OfCondition) {
      throw source.expected(operand.offset(), "a condition next to a value, not to a field");
    }
    if (!isText(operand)) {
      throw TypedColumns.mismatch(operand.name());
    }
  }

  /** Whether it is a field that can be compared with text. */
  static boolean isText(OfField operand) {
    return operand.field().accepts(new SearchValue.Text(""));
  }

  /** The field that an operand has to be. */
  OfField field(SearchOperand operand) {
    requireKnown(operand);
    if (operand instanceof OfField field) {
      return field;
    }
    throw source.expected(
        operand.offset(),
        operand instanceof OfDocument ? "a field with a single value" : "a field");
  }

  /** The constant that an operand has to be. */
  Constant constant(SearchOperand operand) {
    requireKnown(operand);
    if (operand instanceof Constant constant) {
      return constant;
    }
    throw source.expected(operand.offset(), "a value, not a field");
  }

  static void requireKnown(SearchOperand operand) {
    if (operand instanceof OfNothing) {
      throw FleetException.unknownSearchField();
    }
  }
}
