package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.migration.SchemaName;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements about one resource. Each names the kind, so that one partition is touched. */
final class ResourceSql {

  private final String resources;
  private final String labels;
  private final String select;
  private final RowWeight handedOn;
  private final RowWeight compared;

  ResourceSql(SchemaName schema) {
    this.resources = schema.quoted() + ".resources";
    this.labels = schema.quoted() + ".labels";
    this.select =
        ResourceRow.COLUMNS.stream().collect(Collectors.joining(", r.", "SELECT r.", " FROM "))
            + resources
            + " r";
    this.handedOn = RowWeight.handedOn(labels);
    this.compared = RowWeight.compared(labels);
  }

  /** Every column of resources {@code r}; which ones has to follow. */
  String select() {
    return select;
  }

  /** What tells the weight of resources that are only handed on. */
  RowWeight handedOn() {
    return handedOn;
  }

  /** What tells the weight of resources whose JSON is looked into. */
  RowWeight compared() {
    return compared;
  }

  /** How many there are of resources {@code r}; which ones has to follow. */
  String count() {
    return "SELECT count(*) FROM " + resources + " r";
  }

  /** The name of the table of labels. */
  String labels() {
    return labels;
  }

  SqlText find(Kind kind, ResourceId id) {
    return new SqlText()
        .append(select + " WHERE r.kind = ")
        .append(kind)
        .append(" AND r.id = ?", id.value());
  }

  SqlText lock(Kind kind, ResourceId id) {
    return find(kind, id).append(" FOR UPDATE OF r");
  }

  /** The row and all its labels at once. */
  SqlText insert(Resource resource) {
    String marks = String.join(", ", Collections.nCopies(ResourceRow.COLUMNS.size(), "?"));
    SqlText sql =
        new SqlText()
            .append("WITH stored AS (INSERT INTO " + resources)
            .append(" (" + String.join(", ", ResourceRow.COLUMNS) + ") VALUES (")
            .append(marks + ") RETURNING kind, id) ", ResourceRow.valuesOf(resource).toArray());
    return insertLabels(sql, resource);
  }

  /** Selects how many resources were changed: one, or none that had the expected version. */
  SqlText update(Resource resource, long expectedVersion) {
    SqlText sql = new SqlText().append("WITH stored AS (UPDATE " + resources + " SET ");
    changes(sql, resource)
        .append(" WHERE kind = ")
        .append(resource.kind())
        .append(
            " AND id = ? AND version = ? RETURNING kind, id)",
            resource.id().value(),
            expectedVersion)
        .append(", gone AS (DELETE FROM " + labels + " l USING stored")
        .append(" WHERE l.owner_type = stored.kind AND l.owner_id = stored.id")
        .append(" AND l.key <> ALL (CAST(? AS text[]))), labelled AS (", (Object) keys(resource));
    return insertLabels(sql, resource)
        .append(" ON CONFLICT (owner_type, owner_id, key) DO UPDATE SET value = excluded.value")
        .append(") SELECT count(*) FROM stored");
  }

  private static SqlText changes(SqlText sql, Resource resource) {
    Stamp updated = resource.audit().updated();
    Optional<Stamp> deleted = resource.audit().deleted();
    return sql.append("spec = ?, generation = ?, ", resource.spec().json(), resource.generation())
        .append("conditions = ?, version = ?", resource.conditions().json(), resource.version())
        .append(", updated_time = ?, updated_by = ?", updated.time().toString(), updated.by())
        .append(", deleted_time = ?", deleted.map(stamp -> stamp.time().toString()).orElse(null))
        .append(", deleted_by = ?", deleted.map(Stamp::by).orElse(null));
  }

  SqlText delete(Kind kind, ResourceId id) {
    return new SqlText()
        .append("DELETE FROM " + resources + " WHERE kind = ")
        .append(kind)
        .append(" AND id = ?", id.value());
  }

  /** Those of the one row in {@code stored}. */
  private SqlText insertLabels(SqlText sql, Resource resource) {
    return sql.append("INSERT INTO " + labels + " (owner_type, owner_id, key, value)")
        .append(" SELECT stored.kind, stored.id, label.key, label.value FROM stored, unnest(")
        .append(
            "CAST(? AS text[]), CAST(? AS text[])) AS label (key, value)",
            keys(resource),
            resource.labels().values().values().toArray(String[]::new));
  }

  private static String[] keys(Resource resource) {
    return resource.labels().values().keySet().toArray(String[]::new);
  }
}
