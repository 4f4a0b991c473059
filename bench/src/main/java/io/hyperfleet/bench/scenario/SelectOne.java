package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.SeededId;
import io.hyperfleet.bench.load.SqlLoad;

/** Everything that the answer to {@link ReadOne} needs, in one statement. */
final class SelectOne implements SqlScenario {

  static final String NAME = "SELECT of one";

  /** A row with its labels. */
  static final String ROW =
      "SELECT r.*, (SELECT jsonb_object_agg(l.key, l.value) FROM labels l"
          + " WHERE l.owner_type = r.kind AND l.owner_id = r.id) AS labels"
          + " FROM resources r WHERE r.kind = 'Cluster'";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String statement() {
    return ROW + " AND r.id = " + SeededId.sql(SqlLoad.NUMBER + "::bigint");
  }
}
