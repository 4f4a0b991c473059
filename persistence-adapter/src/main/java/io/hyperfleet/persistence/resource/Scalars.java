package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** A row of single values, which is no resource. */
final class Scalars {

  private final Object[] values;

  private Scalars(Object[] values) {
    this.values = values;
  }

  /** The rows of a statement that selects more than one column. */
  @SuppressWarnings("unchecked") // That is what JPA gives for such a statement.
  static List<Scalars> rows(Query query) {
    return ((List<Object[]>) query.getResultList()).stream().map(Scalars::new).toList();
  }

  /** That of two columns: the kind, and then the id as text. */
  Reference reference(int column) {
    return new Reference(new Kind(text(column)), new ResourceId(UUID.fromString(text(column + 1))));
  }

  String text(int column) {
    return (String) values[column];
  }

  int number(int column) {
    return ((Number) values[column]).intValue();
  }

  long longNumber(int column) {
    return ((Number) values[column]).longValue();
  }

  boolean isTrue(int column) {
    return (Boolean) values[column];
  }
}
