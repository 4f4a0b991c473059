package io.hyperfleet.domain.search;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of a table: a search on the left of an arrow, what comes of it on the right. */
final class SearchTable {

  private static final String ARROW = "=>";

  private SearchTable() {}

  static Stream<Arguments> rows(String table) {
    return table.lines().filter(row -> !row.isBlank()).map(SearchTable::row);
  }

  private static Arguments row(String row) {
    int arrow = row.lastIndexOf(ARROW);
    return Arguments.of(
        row.substring(0, arrow).strip(), row.substring(arrow + ARROW.length()).strip());
  }
}
