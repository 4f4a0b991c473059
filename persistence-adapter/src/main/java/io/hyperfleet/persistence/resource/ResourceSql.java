package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.migration.SchemaName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The statements about one resource. Each names the kind, so that one partition is touched. */
final class ResourceSql {

  private final String resources;
  private final String labels;
  private final ReferenceSql references;
  private final String select;
  private final RowWeight locked;
  private final RowWeight lockedWhole;
  private final Map<Set<ResourcePart>, RowWeight> handedOn = new ConcurrentHashMap<>();

  ResourceSql(SchemaName schema) {
    this.resources = schema.quoted() + ".resources";
    this.labels = schema.quoted() + ".labels";
    this.references = new ReferenceSql(schema);
    this.select = select(ResourcePart.ALL);
    this.locked = RowWeight.locked(resources, labels, references.table(), true);
    this.lockedWhole = RowWeight.locked(resources, labels, references.table(), false);
  }

  /** Those parts of resources {@code r}; which ones has to follow. */
  String select(Set<ResourcePart> parts) {
    return ResourceRow.COLUMNS.stream()
            .filter(column -> RowWeight.isIn(parts, column))
            .collect(Collectors.joining(", r.", "SELECT r.", " FROM "))
        + resources
        + " r";
  }

  /** What tells the weight of resources that are only handed on. */
  RowWeight handedOn(Set<ResourcePart> parts) {
    return handedOn.computeIfAbsent(
        parts, wanted -> RowWeight.handedOn(labels, references.table(), wanted));
  }

  /** What tells the weight of resources that are locked, and whose JSON is looked into. */
  RowWeight locked() {
    return locked;
  }

  /** What tells the weight of resources that are locked, and only handed on. */
  RowWeight lockedWhole() {
    return lockedWhole;
  }

  /** How many there are of resources {@code r}; which ones has to follow. */
  String count() {
    return "SELECT count(*) FROM " + resources + " r";
  }

  /** The name of the table of labels. */
  String labels() {
    return labels;
  }

  /** The name of the table of references. */
  String references() {
    return references.table();
  }

  SqlText find(Kind kind, ResourceId id, Set<ResourcePart> parts) {
    return new SqlText()
        .append(select(parts) + " WHERE r.kind = ")
        .append(kind)
        .append(" AND r.id = ?", id.value());
  }

  SqlText lock(Collection<Kind> kinds, ResourceId id) {
    return new SqlText()
        .append(select + " WHERE r.kind IN (")
        .append(kinds)
        .append(") AND r.id = ? FOR NO KEY UPDATE OF r", id.value());
  }

  /** As {@link #lock}, and those who {@link #hold} it wait as well. */
  SqlText lockWhole(Kind kind, ResourceId id) {
    return find(kind, id, ResourcePart.ALL).append(" FOR UPDATE OF r");
  }

  /** Selects one row if there is one. */
  SqlText exists(Kind kind, ResourceId id) {
    return new SqlText()
        .append("SELECT 1 FROM " + resources + " r WHERE r.kind = ")
        .append(kind)
        .append(" AND r.id = ?", id.value());
  }

  /** Locks are taken in one order, whoever takes them. */
  SqlText hold(Set<Reference> wanted) {
    Map<Kind, List<Reference>> byKind =
        wanted.stream()
            .collect(
                Collectors.groupingBy(Reference::kind, LinkedHashMap::new, Collectors.toList()));
    SqlText sql =
        new SqlText()
            .append("SELECT r.kind, CAST(r.id AS text), r.href, r.deleted_time IS NOT NULL FROM ")
            .append(resources + " r WHERE ");
    String or = "";
    for (Map.Entry<Kind, List<Reference>> kind : byKind.entrySet()) {
      sql.append(or + "(r.kind = ")
          .append(kind.getKey())
          .append(" AND r.id = ANY (CAST(? AS uuid[])))", (Object) ids(kind.getValue()));
      or = " OR ";
    }
    return sql.append(" ORDER BY r.kind, r.id FOR KEY SHARE OF r");
  }

  private static String[] ids(Collection<Reference> references) {
    return references.stream().map(reference -> reference.id().toString()).toArray(String[]::new);
  }

  /** The row, all its labels and all its references at once. */
  SqlText insert(Resource resource) {
    String marks = String.join(", ", Collections.nCopies(ResourceRow.COLUMNS.size(), "?"));
    SqlText sql =
        new SqlText()
            .append("WITH stored AS (INSERT INTO " + resources)
            .append(" (" + String.join(", ", ResourceRow.COLUMNS) + ") VALUES (")
            .append(marks + ") RETURNING kind, id)", ResourceRow.valuesOf(resource).toArray());
    if (!resource.references().isEmpty()) {
      references.insert(sql.append(", referring AS ("), resource.references()).append(")");
    }
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
        .append(" AND l.key <> ALL (CAST(? AS text[])))", (Object) keys(resource));
    references.change(sql, resource.references()).append(", labelled AS (");
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
    return sql.append(" INSERT INTO " + labels + " (owner_type, owner_id, key, value)")
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
