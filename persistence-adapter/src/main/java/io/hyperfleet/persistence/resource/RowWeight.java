package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.ResourcePart;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

  private static final String NONE = "CAST(NULL AS text)";

  /** Three bytes are a value of a tree, and no body has more than so many of them. */
  private static final String TREE =
      " + least(86 * CAST(octet_length(t.spec) AS bigint), 25600000)";

  private static final Map<String, ResourcePart> JSON =
      Map.of(
          "spec", ResourcePart.SPEC,
          "tenancy", ResourcePart.TENANCY,
          "conditions", ResourcePart.CONDITIONS);

  private final String before;
  private final String after;

  /**
   * JSON is made text once: OFFSET keeps PostgreSQL from doing it again further out. Sums up to
   * each row keep the rows in order, and wait for none of them.
   */
  private RowWeight(
      String labels, String references, String more, String outdated, Set<ResourcePart> parts) {
    before =
        "SELECT "
            + columns("w.", column -> "CASE WHEN w.weight <= m.bytes THEN w.%1$s END AS %1$s")
            + ", CASE WHEN w.weight <= m.bytes THEN w.labels END AS labels"
            + ", CASE WHEN w.weight <= m.bytes THEN w.refs END AS refs, w.weight, w.outdated"
            + " FROM (SELECT t.*, CAST(sum("
            + weight()
            + more
            + ") OVER (ROWS UNBOUNDED PRECEDING) AS bigint) AS weight FROM (SELECT "
            + columns(
                "r.",
                column -> isIn(parts, column) ? "CAST(r.%1$s AS text) AS %1$s" : nothing(column))
            + ", "
            + (parts.contains(ResourcePart.LABELS) ? LabelText.sql(labels) : NONE)
            + " AS labels, "
            + (parts.contains(ResourcePart.REFERENCES) ? ReferenceText.sql(references) : NONE)
            + " AS refs, "
            + outdated
            + " AS outdated FROM (";
    after = ") r OFFSET 0) t) w, (SELECT CAST(? AS bigint) AS bytes) m";
  }

  /**
   * For rows that are read and written, and not looked into.
   *
   * @param parts what of them; the rest is neither fetched nor made text
   */
  static RowWeight handedOn(String labels, String references, Set<ResourcePart> parts) {
    return new RowWeight(labels, references, "", "FALSE", parts);
  }

  /**
   * For rows that a statement locks. While it waits for one, the row may change: then it returns
   * the row of after, and with it the labels and references of before, and says that they are
   * outdated.
   *
   * @param comparing whether their spec is compared with another one
   */
  static RowWeight locked(String resources, String labels, String references, boolean comparing) {
    String outdated =
        "r.version <> (SELECT s.version FROM "
            + resources
            + " s WHERE s.kind = r.kind AND s.id = r.id)";
    return new RowWeight(labels, references, comparing ? TREE : "", outdated, ResourcePart.ALL);
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
        JSON.keySet().stream()
            .sorted()
            .map("CAST(octet_length(t.%s) AS bigint)"::formatted)
            .collect(Collectors.joining(" + ", PER_BYTE + " * (", ")"));
    return "%s + %d * CAST(coalesce(octet_length(t.labels), 0) + coalesce(octet_length(t.refs), 0) AS bigint) + %d"
        .formatted(bytes, PER_BYTE_OF_WORDS, PER_ROW);
  }

  private static String columns(String prefix, UnaryOperator<String> json) {
    return ResourceRow.COLUMNS.stream()
        .map(
            column ->
                JSON.containsKey(column) ? json.apply(column).formatted(column) : prefix + column)
        .collect(Collectors.joining(", "));
  }

  /** Whether a column is of those parts, or of what every row has. */
  static boolean isIn(Set<ResourcePart> parts, String column) {
    return !JSON.containsKey(column) || parts.contains(JSON.get(column));
  }

  private static String nothing(String column) {
    return "CAST('" + (column.equals("conditions") ? "[]" : "{}") + "' AS text) AS %1$s";
  }
}
