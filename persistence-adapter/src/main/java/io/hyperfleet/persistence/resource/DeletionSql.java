package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.application.resource.ResourceTree;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.migration.SchemaName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The statements that take trees of resources away. */
final class DeletionSql {

  private final String resources;
  private final String references;

  DeletionSql(SchemaName schema) {
    this.resources = schema.quoted() + ".resources";
    this.references = schema.quoted() + ".resource_references";
  }

  /**
   * The owner so many levels up. It is locked whether marked or not: it may be about to be, and
   * only whoever waits for that learns of it. Nothing is joined: a row that changed while it was
   * waited for is looked up again, and where PostgreSQL goes through the partitions for each row of
   * a join, it does not find it again.
   *
   * @param level from 1
   */
  SqlText lockAncestor(List<Kind> lineage, int level, ResourceId id) {
    SqlText sql =
        new SqlText()
            .append("SELECT r.kind, CAST(r.id AS text), r.deleted_time IS NOT NULL, r.generation")
            .append(" FROM " + resources + " r WHERE r.kind = ")
            .append(lineage.get(level));
    for (int below = level - 1; below >= 0; below--) {
      sql.append(" AND r.id = (SELECT r.owner_id FROM " + resources + " r WHERE r.kind = ")
          .append(lineage.get(below));
    }
    return sql.append(" AND r.id = ?" + ")".repeat(level), id.value())
        .append(" FOR NO KEY UPDATE OF r");
  }

  /** Whoever is beyond the weight is locked as well, and comes with the next part. */
  SqlText lockLevel(
      ResourceTree tree, int level, Optional<Reference> after, int most, long mostBytes) {
    SqlText sql =
        new SqlText()
            .append("SELECT l.kind, CAST(l.id AS text), l.owner_kind, CAST(l.owner_id AS text),")
            .append(" l.generation, l.conditions, l.marked, l.found FROM (SELECT t.*,")
            .append(" count(*) OVER () AS found, sum(octet_length(t.conditions))")
            .append(" OVER (ORDER BY t.kind, t.id) - octet_length(t.conditions) AS before FROM")
            .append(" (SELECT r.kind, r.id, r.owner_kind, r.owner_id, r.generation,")
            .append(" CAST(r.conditions AS text) AS conditions,")
            .append(" r.deleted_time IS NOT NULL AS marked FROM " + resources + " r WHERE ");
    ofLevel(sql, tree, level);
    after.ifPresent(
        last ->
            sql.append(
                " AND (r.kind, r.id) > (CAST(? AS varchar), CAST(? AS uuid))",
                last.kind().name(),
                last.id().toString()));
    return sql.append(" ORDER BY r.kind, r.id LIMIT " + most + " FOR UPDATE OF r) t) l")
        .append(" WHERE l.before <= ? ORDER BY l.kind, l.id", mostBytes);
  }

  /** Which resources {@code r} are in that level: children of those in the one above. */
  private SqlText ofLevel(SqlText sql, ResourceTree tree, int level) {
    sql.append("r.kind IN (").append(tree.levels().get(level - 1)).append(") AND r.owner_id ");
    if (level == 1) {
      return sql.append("= ?", tree.root().id().value());
    }
    sql.append("IN (SELECT r.id FROM " + resources + " r WHERE ");
    return ofLevel(sql, tree, level - 1).append(")");
  }

  SqlText activeChild(ResourceTree tree, Collection<Kind> kinds) {
    SqlText sql = tree(tree);
    return sql.append(" SELECT t.kind, CAST(t.id AS text), c.kind FROM tree t JOIN " + resources)
        .append(" c ON c.owner_id = t.id AND c.deleted_time IS NULL AND c.kind IN (")
        .append(kinds)
        .append(") ORDER BY t.level, t.id, c.kind LIMIT 1");
  }

  /** The lowest one first: it would be the first to go. */
  SqlText referred(ResourceTree tree, int most) {
    return tree(tree)
        .append(", first AS (SELECT t.kind, t.id, t.name FROM tree t WHERE EXISTS (SELECT 1 FROM ")
        .append(references + " x WHERE x.target_kind = t.kind AND x.target_id = t.id)")
        .append(" ORDER BY t.level DESC, t.kind, t.id LIMIT 1)")
        .append(" SELECT f.kind, CAST(f.id AS text), f.name, s.kind, s.name FROM first f")
        .append(" JOIN " + references + " x ON x.target_kind = f.kind AND x.target_id = f.id")
        .append(" JOIN " + resources + " s ON s.kind = x.source_kind AND s.id = x.source_id")
        .append(" ORDER BY s.kind, s.name, s.id, x.ref_type LIMIT " + most);
  }

  SqlText dropReferences(ResourceTree tree) {
    return tree(tree)
        .append(" DELETE FROM " + references + " x USING tree t")
        .append(" WHERE x.source_kind = t.kind AND x.source_id = t.id");
  }

  SqlText mark(List<Mark> marks, Stamp deleted, Instant updated) {
    return new SqlText()
        .append("UPDATE " + resources + " r SET generation = m.generation,")
        .append(" conditions = CAST(m.conditions AS jsonb), version = r.version + 1,")
        .append(" updated_time = CAST(? AS timestamptz),", updated.toString())
        .append(" deleted_time = CAST(? AS timestamptz),", deleted.time().toString())
        .append(" deleted_by = ? FROM unnest(", deleted.by())
        .append("CAST(? AS text[]),", (Object) texts(marks, mark -> mark.reference().kind().name()))
        .append(" CAST(? AS uuid[]),", (Object) texts(marks, mark -> mark.reference().id()))
        .append(" CAST(? AS int[]),", (Object) texts(marks, Mark::generation))
        .append(" CAST(? AS text[]))", (Object) texts(marks, mark -> mark.conditions().json()))
        .append(" AS m (kind, id, generation, conditions)")
        .append(" WHERE r.kind = m.kind AND r.id = m.id AND r.kind IN (")
        .append(marks.stream().map(mark -> mark.reference().kind()).distinct().toList())
        .append(")");
  }

  private static String[] texts(List<Mark> marks, Function<Mark, Object> part) {
    return marks.stream().map(part).map(Object::toString).toArray(String[]::new);
  }

  /** Selects whether the root is gone. */
  SqlText removeFinished(ResourceTree tree, Collection<Kind> waiting) {
    SqlText sql =
        tree(tree)
            .append(", staying (id, owner_id) AS (SELECT t.id, t.owner_id FROM tree t WHERE ");
    if (!waiting.isEmpty()) {
      sql.append("t.kind IN (").append(waiting).append(") OR ");
    }
    sql.append("EXISTS (SELECT 1 FROM " + resources + " c")
        .append(" WHERE c.owner_id = t.id AND c.deleted_time IS NOT NULL");
    if (tree.depth() > 0) {
      sql.append(" AND c.kind NOT IN (").append(tree.kindsBelow()).append(")");
    }
    return sql.append(")")
        .append(" UNION SELECT t.id, t.owner_id FROM staying s JOIN tree t ON t.id = s.owner_id)")
        .append(", gone AS (DELETE FROM " + resources + " r USING tree t")
        .append(" WHERE r.kind = t.kind AND r.id = t.id")
        .append(" AND NOT EXISTS (SELECT 1 FROM staying s WHERE s.id = t.id) RETURNING r.id)")
        .append(" SELECT count(*) FROM gone WHERE id = ?", tree.root().id().value());
  }

  /** The condition is on the row that is locked already, so nobody adds a child meanwhile. */
  SqlText removeChildless(Reference resource) {
    return new SqlText()
        .append("DELETE FROM " + resources + " r WHERE r.kind = ")
        .append(resource.kind())
        .append(" AND r.id = ? AND NOT EXISTS (SELECT 1 FROM ", resource.id().value())
        .append(resources + " c WHERE c.owner_id = r.id)");
  }

  SqlText removeAll(ResourceTree tree) {
    return tree(tree)
        .append(", unreferred AS (DELETE FROM " + references + " x USING tree t")
        .append(" WHERE x.target_kind = t.kind AND x.target_id = t.id)")
        .append(" DELETE FROM " + resources + " r USING tree t")
        .append(" WHERE r.kind = t.kind AND r.id = t.id");
  }

  /** Everything in the tree as {@code tree}, the root on level 0. */
  private SqlText tree(ResourceTree tree) {
    SqlText sql =
        new SqlText()
            .append("WITH RECURSIVE tree (kind, id, owner_id, name, level) AS (")
            .append("SELECT r.kind, r.id, r.owner_id, r.name, 0 FROM " + resources + " r")
            .append(" WHERE r.kind = ")
            .append(tree.root().kind())
            .append(" AND r.id = ?", tree.root().id().value());
    if (tree.depth() > 0) {
      sql.append(" UNION ALL SELECT c.kind, c.id, c.owner_id, c.name, t.level + 1 FROM tree t")
          .append(" JOIN " + resources + " c ON c.owner_id = t.id AND c.kind IN (")
          .append(tree.kindsBelow())
          .append(")");
    }
    return sql.append(")");
  }
}
