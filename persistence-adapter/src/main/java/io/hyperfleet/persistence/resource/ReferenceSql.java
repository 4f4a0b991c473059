package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.persistence.migration.SchemaName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The parts of statements that keep the references of the one row in {@code stored}, a resource
 * that was just written.
 */
final class ReferenceSql {

  /** References as columns. */
  private static final String COLUMNS =
      "unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS uuid[])) AS x (type, kind, id)";

  private final String table;

  ReferenceSql(SchemaName schema) {
    this.table = schema.quoted() + ".resource_references";
  }

  String table() {
    return table;
  }

  SqlText insert(SqlText sql, References references) {
    return sql.append("INSERT INTO " + table)
        .append(" (source_kind, source_id, ref_type, target_kind, target_id)")
        .append(" SELECT stored.kind, stored.id, x.type, x.kind, x.id FROM stored, ")
        .append(COLUMNS, columns(references));
  }

  /** Further parts of a statement: what is to go, and what is to come. */
  SqlText change(SqlText sql, References references) {
    sql.append(", dropped AS (DELETE FROM " + table + " d USING stored")
        .append(" WHERE d.source_kind = stored.kind AND d.source_id = stored.id");
    if (references.isEmpty()) {
      return sql.append(")");
    }
    sql.append(" AND NOT EXISTS (SELECT 1 FROM ")
        .append(COLUMNS, columns(references))
        .append(" WHERE x.type = d.ref_type AND x.kind = d.target_kind AND x.id = d.target_id))")
        .append(", referring AS (");
    return insert(sql, references).append(" ON CONFLICT DO NOTHING)");
  }

  private static Object[] columns(References references) {
    List<String> types = new ArrayList<>();
    List<Reference> targets = new ArrayList<>();
    references
        .values()
        .forEach(
            (type, referred) -> {
              types.addAll(Collections.nCopies(referred.size(), type));
              targets.addAll(referred);
            });
    return new Object[] {
      types.toArray(String[]::new),
      targets.stream().map(target -> target.kind().name()).toArray(String[]::new),
      targets.stream().map(target -> target.id().toString()).toArray(String[]::new)
    };
  }
}
