package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.SeededId;
import io.hyperfleet.bench.load.SqlLoad;

/** What {@link ReportOne} needs of PostgreSQL: lock, read, store, commit. */
final class ReportTransaction implements SqlScenario {

  static final String NAME = "transaction of a report";

  /** As the server stores them, which reads them again with the next report. */
  private static final String CONDITIONS =
      ReportOne.CONDITIONS.replace(
          "\"status\":", "\"last_transition_time\":\"2026-11-20T10:00:00Z\",\"status\":");

  private static final String ID = SeededId.sql(SqlLoad.NUMBER + "::bigint");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String statement() {
    return String.join(
        ";\n",
        "BEGIN",
        SelectOne.ROW + " AND r.id = " + ID + " FOR NO KEY UPDATE OF r",
        "SELECT s.* FROM adapter_statuses s WHERE s.owner_type = 'Cluster' AND s.owner_id = " + ID,
        """
        WITH reported AS (INSERT INTO adapter_statuses AS s (owner_type, owner_id, adapter,
          observed_generation, conditions, data, created_time, last_report_time)
          VALUES ('Cluster', %1$s, '%2$s', 1, '%3$s', '%4$s', now(), now())
          ON CONFLICT (owner_type, owner_id, adapter) DO UPDATE SET conditions = excluded.conditions,
          data = excluded.data, last_report_time = excluded.last_report_time RETURNING s.owner_id)
        UPDATE resources r SET version = r.version + 1, conditions = r.conditions
          FROM reported WHERE r.kind = 'Cluster' AND r.id = reported.owner_id"""
            .formatted(ID, ReportOne.ADAPTER, CONDITIONS, ReportOne.DATA),
        "COMMIT");
  }

  @Override
  public void restore(Surroundings surroundings) {
    surroundings.database().execute("VACUUM (ANALYZE) resources, adapter_statuses");
  }
}
