package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperand.Constant;
import io.hyperfleet.domain.search.SearchOperand.OfLiteral;
import io.hyperfleet.domain.search.SearchOperand.OfNumber;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;

/** Makes of what is written the value that a field is compared with. */
record SearchValues(SearchText source, Constant constant)
    implements SearchField.Visitor<SearchValue> {

  private static final String BAD_TIME =
      "invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)";

  @Override
  public SearchValue column(ResourceColumn column) {
    if (column.type() == Numeric.class) {
      return generation();
    }
    return column.type() == Time.class ? time(column) : constant.asText();
  }

  private Numeric generation() {
    if (!(constant instanceof OfNumber number) || !SearchNumbers.isInteger(number.value())) {
      throw TypedColumns.mismatch(TypedColumns.GENERATION);
    }
    if (!SearchNumbers.fitsInt(number.value())) {
      throw source.expected(number.offset(), "an integer of 32 bits");
    }
    return new Numeric(number.value());
  }

  private Time time(ResourceColumn column) {
    if (!(constant instanceof OfLiteral written) || !written.literal().isTime()) {
      throw TypedColumns.mismatch(SearchNames.of(column));
    }
    return SearchTimes.read(written.literal())
        .orElseThrow(() -> source.expected(constant.offset(), "a time that exists"));
  }

  @Override
  public SearchValue label(Label label) {
    return constant.asText();
  }

  @Override
  public SearchValue specPath(SpecPath path) {
    return constant instanceof OfNumber number ? new Numeric(number.value()) : constant.asText();
  }

  @Override
  public SearchValue ofCondition(OfCondition condition) {
    return switch (condition.member()) {
      case STATUS -> constant.asText();
      case LAST_UPDATED_TIME, LAST_TRANSITION_TIME -> conditionTime();
      case OBSERVED_GENERATION -> observedGeneration();
    };
  }

  private Time conditionTime() {
    if (constant instanceof OfLiteral written
        && written.literal().kind() == SearchSyntax.Literal.Kind.TIMESTAMP) {
      return SearchTimes.read(written.literal())
          .orElseThrow(() -> FleetException.badRequest(BAD_TIME));
    }
    throw FleetException.badRequest(BAD_TIME);
  }

  private Numeric observedGeneration() {
    if (!(constant instanceof OfNumber number)) {
      throw source.expected(constant.offset(), "an integer");
    }
    BigDecimal value = number.value();
    String subfield = "for condition subfield '" + SearchNames.of(Member.OBSERVED_GENERATION) + "'";
    if (!SearchNumbers.isInteger(value)) {
      throw FleetException.badRequest(
          "expected integer value " + subfield + ", got " + SearchNumbers.shown(value));
    }
    if (!SearchNumbers.fitsInt(value)) {
      throw FleetException.badRequest(
          "value " + SearchNumbers.shown(value) + " is out of 32-bit integer range " + subfield);
    }
    return new Numeric(value);
  }
}
