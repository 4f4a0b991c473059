package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.persistence.connection.UnitOfWork;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps resources in PostgreSQL. Labels of all rows of a read come in one statement. */
public final class JpaResourceStore implements ResourceStore {

  /**
   * What is only handed on need not be watched for changes. EclipseLink runs such a query beside a
   * running transaction, where it would not see what the transaction has written.
   */
  private static final String READ_ONLY = "eclipselink.read-only";

  private final EntityManager entities;

  public JpaResourceStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void insert(Resource resource) {
    run(
        () -> {
          ResourceRow row = new ResourceRow(resource);
          entities.persist(row);
          flush(resource.kind());
          resource
              .labels()
              .values()
              .forEach((key, value) -> entities.persist(new LabelRow(row, key, value)));
          entities.flush();
          return row;
        });
  }

  @Override
  public Optional<Resource> find(Kind kind, ResourceId id) {
    return run(
        () -> {
          List<ResourceRow> rows =
              read(
                      "SELECT r FROM ResourceRow r WHERE r.kind = :kind AND r.id = :id",
                      ResourceRow.class,
                      kind)
                  .setParameter("id", id.value())
                  .getResultList();
          return withLabels(kind, rows).stream().findFirst();
        });
  }

  @Override
  public Page<Resource> list(Kind kind, PageRequest page) {
    return run(
        () -> {
          long total =
              read("SELECT COUNT(r.id) FROM ResourceRow r WHERE r.kind = :kind", Long.class, kind)
                  .getSingleResult();
          List<ResourceRow> rows = page.offset() < total ? rows(kind, page) : List.of();
          return new Page<>(withLabels(kind, rows), page.page(), total);
        });
  }

  private List<ResourceRow> rows(Kind kind, PageRequest page) {
    return read(
            "SELECT r FROM ResourceRow r WHERE r.kind = :kind"
                + " ORDER BY r.createdTime DESC, r.id DESC",
            ResourceRow.class,
            kind)
        .setFirstResult(page.offset())
        .setMaxResults(page.size())
        .getResultList();
  }

  private List<Resource> withLabels(Kind kind, List<ResourceRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Map<String, String>> labels =
        labels(kind, rows.stream().map(ResourceRow::id).toList());
    return rows.stream()
        .map(row -> row.toDomain(Labels.of(labels.getOrDefault(row.id(), Map.of()))))
        .toList();
  }

  private Map<UUID, Map<String, String>> labels(Kind kind, Collection<UUID> owners) {
    Map<UUID, Map<String, String>> labels = new HashMap<>();
    read(
            "SELECT l FROM LabelRow l WHERE l.ownerType = :kind AND l.ownerId IN :owners",
            LabelRow.class,
            kind)
        .setParameter("owners", owners)
        .getResultStream()
        .forEach(
            label ->
                labels
                    .computeIfAbsent(label.ownerId(), owner -> new HashMap<>())
                    .put(label.key(), label.value()));
    return labels;
  }

  private <T> TypedQuery<T> read(String query, Class<T> type, Kind kind) {
    return entities
        .createQuery(query, type)
        .setHint(READ_ONLY, !entities.isJoinedToTransaction())
        .setParameter("kind", kind.name());
  }

  /** Sends the row itself: only its name can be taken, its id is new. */
  private void flush(Kind kind) {
    try {
      entities.flush();
    } catch (PersistenceException failure) {
      if (DatabaseFailures.isUniqueViolation(failure)) {
        throw FleetException.alreadyExists(kind.name());
      }
      throw failure;
    }
  }

  private static <T> T run(Supplier<T> statements) {
    try {
      return UnitOfWork.run(statements);
    } catch (RuntimeException failure) {
      throw DatabaseFailures.translate(failure);
    }
  }
}
