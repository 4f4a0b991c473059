package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.ListPart;
import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of a list. */
final class ListSql {

  private final ResourceSql resources;
  private final ResourceQuery query;

  ListSql(ResourceSql resources, ResourceQuery query) {
    this.resources = resources;
    this.query = query;
  }

  /** How many match. */
  SqlText count() {
    return matching(new SqlText().append(resources.count()));
  }

  /** The part that is wanted, in order. */
  SqlText part() {
    SqlText sql = matching(new SqlText().append(resources.select(query.parts())));
    ListPart part = query.part();
    part.position().ifPresent(position -> after(sql.append(" AND "), position));
    // As numbers: of a parameter, PostgreSQL assumes a tenth of all rows, and sorts them.
    sql.append(" ORDER BY ").append(order()).append(" LIMIT " + part.size());
    return part.offset() > 0 ? sql.append(" OFFSET " + part.offset()) : sql;
  }

  private SqlText matching(SqlText sql) {
    sql.append(" WHERE TRUE");
    query.kind().ifPresent(kind -> sql.append(" AND r.kind = ").append(kind));
    query.owner().ifPresent(owner -> sql.append(" AND r.owner_id = ?", owner.value()));
    Document tenancy = query.scope().tenancy();
    if (!tenancy.equals(Document.EMPTY_OBJECT)) {
      sql.append(" AND r.tenancy @> CAST(? AS jsonb)", tenancy.json());
    }
    query.referring().ifPresent(referring -> referring(sql, referring));
    query
        .filter()
        .ifPresent(
            filter ->
                ResourceFilter.append(
                    sql.append(" AND "), new LabelSql(resources.labels()), filter));
    return sql;
  }

  private void referring(SqlText sql, Referring wanted) {
    if (wanted.target().isEmpty()) {
      sql.append(" AND FALSE");
      return;
    }
    sql.append(" AND EXISTS (SELECT 1 FROM " + resources.references() + " x")
        .append(" WHERE x.source_kind = r.kind AND x.source_id = r.id AND x.target_kind = ")
        .append(wanted.target().get().kind())
        .append(" AND x.target_id = ?", wanted.target().get().id().value())
        .append(" AND x.ref_type = ?)", wanted.type());
  }

  private String order() {
    return query.order().terms().stream()
        .map(term -> ColumnSql.ordered(term.column()) + (term.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  private void after(SqlText sql, ListPosition position) {
    if (isRow()) {
      afterRow(sql, position);
    } else {
      afterTerm(sql, position.values(), 0);
    }
  }

  /** Whether nothing is null and all goes one way: then an index finds the place by itself. */
  private boolean isRow() {
    List<Term> terms = query.order().terms();
    return terms.stream()
        .noneMatch(
            term -> term.column().isNullable() || term.descending() != terms.get(0).descending());
  }

  private void afterRow(SqlText sql, ListPosition position) {
    List<Term> terms = query.order().terms();
    sql.append(row(terms.stream().map(term -> ColumnSql.ordered(term.column()))))
        .append(terms.get(0).descending() ? " < " : " > ")
        .append(
            row(terms.stream().map(term -> ColumnSql.parameter(term.column()))),
            position.values().stream()
                .map(value -> ValueSql.parameter(value.orElseThrow()))
                .toArray());
  }

  private static String row(Stream<String> parts) {
    return parts.collect(Collectors.joining(", ", "(", ")"));
  }

  /** After the value of this term, or with it and after those of the others. */
  private void afterTerm(SqlText sql, List<Optional<SearchValue>> values, int index) {
    Term term = query.order().terms().get(index);
    Optional<SearchValue> value = values.get(index);
    sql.append("(");
    comesAfter(sql, term, value);
    if (index + 1 < values.size()) {
      sql.append(" OR (");
      isAt(sql, term, value);
      sql.append(" AND ");
      afterTerm(sql, values, index + 1);
      sql.append(")");
    }
    sql.append(")");
  }

  /** Null comes after every value, and in a descending order before them. */
  private static void comesAfter(SqlText sql, Term term, Optional<SearchValue> value) {
    String column = ColumnSql.name(term.column());
    if (value.isEmpty()) {
      sql.append(term.descending() ? column + " IS NOT NULL" : "FALSE");
      return;
    }
    SearchOperator operator = term.descending() ? SearchOperator.LESS : SearchOperator.GREATER;
    sql.append("(");
    FieldComparison.append(sql, term.column(), operator, value.get())
        .append(term.descending() ? ")" : " OR " + column + " IS NULL)");
  }

  private static void isAt(SqlText sql, Term term, Optional<SearchValue> value) {
    value.ifPresentOrElse(
        present -> FieldComparison.append(sql, term.column(), SearchOperator.EQUAL, present),
        () -> sql.append(ColumnSql.name(term.column()) + " IS NULL"));
  }
}
