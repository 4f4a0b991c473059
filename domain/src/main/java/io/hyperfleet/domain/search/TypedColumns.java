package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchSyntax.Elements;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchSyntax.Name;
import io.hyperfleet.domain.search.SearchSyntax.Numeral;
import java.util.Set;

/**
 * Columns that are no text are told apart before anything else is looked at: what they are compared
 * with has to be written as what they are. A sign makes it something else.
 */
final class TypedColumns {

  static final String GENERATION = "generation";

  private static final Set<String> TIMES = Set.of("created_time", "updated_time", "deleted_time");

  private TypedColumns() {}

  /** Either way round. */
  static void check(SearchSyntax left, SearchSyntax right) {
    checkAgainst(left, right);
    checkAgainst(right, left);
  }

  /** Each of several values. */
  static void check(SearchSyntax operand, Elements elements) {
    elements.values().forEach(value -> checkAgainst(operand, value));
  }

  private static void checkAgainst(SearchSyntax operand, SearchSyntax other) {
    if (!(operand instanceof Name name)) {
      return;
    }
    if (name.text().equals(GENERATION) && !(other instanceof Numeral)) {
      throw mismatch(name.text());
    }
    if (TIMES.contains(name.text()) && !(other instanceof Literal literal && literal.isTime())) {
      throw mismatch(name.text());
    }
  }

  /** What a client hears who compares a column with something that it is not. */
  static FleetException mismatch(String column) {
    return FleetException.badRequest(
        "field '%s' expects %s"
            .formatted(
                column,
                column.equals(GENERATION)
                    ? "an integer"
                    : "an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)"));
  }
}
