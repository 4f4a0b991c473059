package io.hyperfleet.persistence.resource;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How much memory rows take once they are read, told by the database before it sends them. What is
 * stored says little: PostgreSQL compresses JSON, and writes numbers out.
 */
final class RowWeight {

  /** Bytes as received, and characters of up to two bytes each. */
  private static final int PER_BYTE = 3;

  /**
   * A label is two short strings and an entry of a map, and has at least six bytes in the text of
   * all; a reference is less, and longer.
   */
  private static final int PER_BYTE_OF_WORDS = 40;

  private static final int PER_ROW = 2048;

  /** Three bytes are a value of a tree, and no body has more than so many of them. */
  private static final String TREE =
      " + least(86 * CAST(octet_length(t.spec) AS bigint), 25600000)";

  private static final List<String> JSON = List.of("spec", "tenancy", "conditions");

  private final String before;
  private final String after;

  /**
   * JSON is made text once: OFFSET keeps PostgreSQL from doing it again further out. Sums up to
   * each row keep the rows in order, and wait for none of them.
   */
  private RowWeight(String labels, String references, String more) {
    before =
        "SELECT "
            + columns("w.", "CASE WHEN w.weight <= m.bytes THEN w.%1$s END AS %1$s")
            + ", CASE WHEN w.weight <= m.bytes THEN w.labels END AS labels"
            + ", CASE WHEN w.weight <= m.bytes THEN w.refs END AS refs, w.weight"
            + " FROM (SELECT t.*, CAST(sum("
            + weight()
            + more
            + ") OVER (ROWS UNBOUNDED PRECEDING) AS bigint) AS weight FROM (SELECT "
            + columns("r.", "CAST(r.%1$s AS text) AS %1$s")
            + ", "
            + LabelText.sql(labels)
            + " AS labels, "
            + ReferenceText.sql(references)
            + " AS refs FROM (";
    after = ") r OFFSET 0) t) w, (SELECT CAST(? AS bigint) AS bytes) m";
  }

  /** For rows that are read and written, and not looked into. */
  static RowWeight handedOn(String labels, String references) {
    return new RowWeight(labels, references, "");
  }

  /** For rows whose spec is compared with another one. */
  static RowWeight compared(String labels, String references) {
    return new RowWeight(labels, references, TREE);
  }

  /**
   * The rows that a statement finds, in its order, each with its labels and the weight of all up to
   * it. Those beyond the limit come without what makes them heavy.
   */
  SqlText of(SqlText found, long mostBytes) {
    return found.within(before, after, mostBytes);
  }

  private static String weight() {
    String bytes =
        JSON.stream()
            .map("CAST(octet_length(t.%s) AS bigint)"::formatted)
            .collect(Collectors.joining(" + ", PER_BYTE + " * (", ")"));
    return "%s + %d * CAST(coalesce(octet_length(t.labels), 0) + coalesce(octet_length(t.refs), 0) AS bigint) + %d"
        .formatted(bytes, PER_BYTE_OF_WORDS, PER_ROW);
  }

  private static String columns(String prefix, String json) {
    return ResourceRow.COLUMNS.stream()
        .map(column -> JSON.contains(column) ? json.formatted(column) : prefix + column)
        .collect(Collectors.joining(", "));
  }
}
