package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.persistence.migration.SchemaName;
import java.util.Collection;
import java.util.Optional;

/** The statements about what adapters reported on one resource. */
final class ReportSql {

  /**
   * What a report takes once it is read: bytes as received and characters of up to two bytes each,
   * and a tree of its conditions, whose smallest values are three bytes long.
   */
  private static final String HANDED_ON =
      "3 * CAST(octet_length(t.conditions) + octet_length(t.data)"
          + " + coalesce(octet_length(t.metadata), 0) AS bigint)"
          + " + 86 * CAST(octet_length(t.conditions) AS bigint) + 2048";

  /** The same if its data are compared, or looked into by rules. */
  private static final String LOOKED_INTO =
      HANDED_ON + " + 86 * CAST(octet_length(t.data) AS bigint)";

  private static final String COLUMNS =
      "SELECT s.adapter, s.observed_generation, CAST(s.conditions AS text) AS conditions,"
          + " CAST(s.data AS text) AS data, CAST(s.metadata AS text) AS metadata,"
          + " CAST(extract(epoch FROM s.created_time) * 1000000 AS bigint) AS created,"
          + " CAST(extract(epoch FROM s.last_report_time) * 1000000 AS bigint) AS reported, ";

  private static final String ORDER = " ORDER BY s.created_time, s.adapter COLLATE \"C\"";

  private static final String BEFORE =
      "SELECT w.adapter, w.observed_generation,"
          + " CASE WHEN w.weight <= m.bytes THEN w.conditions END,"
          + " CASE WHEN w.weight <= m.bytes THEN w.data END,"
          + " CASE WHEN w.weight <= m.bytes THEN w.metadata END,"
          + " w.created, w.reported, w.total, w.weight FROM (SELECT t.*,"
          + " CAST(sum(%s) OVER (ROWS UNBOUNDED PRECEDING) AS bigint) AS weight"
          + " FROM (SELECT f.* FROM (";

  /** JSON is made text once: OFFSET keeps PostgreSQL from doing it again further out. */
  private static final String AFTER = ") f OFFSET 0) t) w, (SELECT CAST(? AS bigint) AS bytes) m";

  private final String reports;
  private final String resources;

  ReportSql(SchemaName schema) {
    this.reports = schema.quoted() + ".adapter_statuses";
    this.resources = schema.quoted() + ".resources";
  }

  SqlText find(Reference resource, Collection<AdapterName> adapters) {
    return of(resource, new SqlText().append(COLUMNS + "0 AS total"))
        .append(
            " AND s.adapter = ANY (CAST(? AS text[]))",
            (Object) adapters.stream().map(AdapterName::value).toArray(String[]::new))
        .append(ORDER);
  }

  SqlText findAll(Reference resource) {
    return of(resource, new SqlText().append(COLUMNS + "0 AS total")).append(ORDER);
  }

  /** Each row of the page carries the total as well. */
  SqlText list(Reference resource, PageRequest page) {
    SqlText total = count(resource).within(COLUMNS + "(", ") AS total");
    return of(resource, total)
        .append(ORDER + " LIMIT " + page.size())
        .append(page.offset() > 0 ? " OFFSET " + page.offset() : "");
  }

  SqlText count(Reference resource) {
    return of(resource, new SqlText().append("SELECT count(*)"));
  }

  private SqlText of(Reference resource, SqlText columns) {
    return columns
        .append(" FROM " + reports + " s WHERE s.owner_type = ")
        .append(resource.kind())
        .append(" AND s.owner_id = ?", resource.id().value());
  }

  /**
   * The reports that a statement finds, in its order, each with the weight of all up to it. Those
   * beyond the limit come without what makes them heavy.
   *
   * @param handedOn whether nobody looks into their data
   */
  static SqlText weighed(SqlText found, boolean handedOn, long mostBytes) {
    return found.within(BEFORE.formatted(handedOn ? HANDED_ON : LOOKED_INTO), AFTER, mostBytes);
  }

  /** Selects how many reports were stored: one, or none if a later one was. */
  SqlText store(Reference resource, AdapterReport report, Document said, Optional<Document> news) {
    SqlText sql = reported(resource, report, said);
    news.ifPresent(
        conditions ->
            sql.append(", followed AS (UPDATE " + resources + " r SET version = r.version + 1,")
                .append(" conditions = CAST(? AS jsonb) WHERE r.kind = ", conditions.json())
                .append(resource.kind())
                .append(
                    " AND r.id = ? AND EXISTS (SELECT 1 FROM reported))", resource.id().value()));
    return sql.append(" SELECT count(*) FROM reported");
  }

  private SqlText reported(Reference resource, AdapterReport report, Document said) {
    return new SqlText()
        .append(
            "WITH reported AS (INSERT INTO " + reports + " AS s (owner_type, owner_id, adapter,")
        .append(" observed_generation, conditions, data, metadata, created_time, last_report_time)")
        .append(" VALUES (")
        .append(resource.kind())
        .append(", ?, ?", resource.id().value(), report.adapter().value())
        .append(", ?, CAST(? AS jsonb)", report.observedGeneration(), said.json())
        .append(", CAST(? AS jsonb)", report.data().json())
        .append(", CAST(? AS jsonb)", report.metadata().map(Document::json).orElse(null))
        .append(", CAST(? AS timestamptz)", report.createdTime().toString())
        .append(", CAST(? AS timestamptz))", report.lastReportTime().toString())
        .append(" ON CONFLICT (owner_type, owner_id, adapter) DO UPDATE SET")
        .append(" observed_generation = excluded.observed_generation,")
        .append(" conditions = excluded.conditions, data = excluded.data,")
        .append(" metadata = excluded.metadata, last_report_time = excluded.last_report_time")
        .append(" WHERE (s.observed_generation, s.last_report_time)")
        .append(" <= (excluded.observed_generation, excluded.last_report_time)")
        .append(" RETURNING s.adapter)");
  }
}
