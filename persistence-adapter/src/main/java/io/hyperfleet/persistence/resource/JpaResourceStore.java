package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import io.hyperfleet.persistence.migration.SchemaName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps resources in PostgreSQL. Labels of all rows of a read come in one statement. */
public final class JpaResourceStore implements ResourceStore {

  /** What is only handed on need not be watched for changes. */
  private static final String READ_ONLY = "eclipselink.read-only";

  private final UnitsOfWork units;
  private final String insertLabels;

  public JpaResourceStore(UnitsOfWork units, SchemaName schema) {
    this.units = units;
    this.insertLabels =
        """
        INSERT INTO %s.labels (owner_type, owner_id, key, value)
        SELECT ?1, ?2, label.key, label.value
        FROM unnest(CAST(?3 AS text[]), CAST(?4 AS text[])) AS label (key, value)
        """
            .formatted(schema.quoted());
  }

  /** What the persistence unit must know. */
  public static List<Class<?>> rows() {
    return List.of(ResourceRow.class, LabelRow.class);
  }

  @Override
  public void insert(Resource resource) {
    EntityManager entities = units.entitiesToChange();
    ResourceRow row = new ResourceRow(resource);
    entities.persist(row);
    flush(entities, resource.kind());
    if (!resource.labels().isEmpty()) {
      entities
          .createNativeQuery(insertLabels)
          .setParameter(1, row.kind())
          .setParameter(2, row.id())
          .setParameter(3, resource.labels().values().keySet().toArray(String[]::new))
          .setParameter(4, resource.labels().values().values().toArray(String[]::new))
          .executeUpdate();
    }
  }

  @Override
  public Optional<Resource> find(Kind kind, ResourceId id) {
    List<ResourceRow> rows =
        read(
                "SELECT r FROM ResourceRow r WHERE r.kind = :kind AND r.id = :id",
                ResourceRow.class,
                kind)
            .setParameter("id", id.value())
            .getResultList();
    return withLabels(kind, rows).stream().findFirst();
  }

  @Override
  public Page<Resource> list(Kind kind, PageRequest page) {
    long total =
        read("SELECT COUNT(r.id) FROM ResourceRow r WHERE r.kind = :kind", Long.class, kind)
            .getSingleResult();
    List<ResourceRow> rows = page.offset() < total ? rows(kind, page) : List.of();
    return new Page<>(withLabels(kind, rows), page.page(), total);
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
    return units
        .entities()
        .createQuery(query, type)
        .setHint(READ_ONLY, true)
        .setParameter("kind", kind.name());
  }

  /** Sends the row itself: only its name can be taken, its id is new. */
  private static void flush(EntityManager entities, Kind kind) {
    try {
      entities.flush();
    } catch (PersistenceException failure) {
      if (DatabaseFailures.isUniqueViolation(failure)) {
        throw FleetException.alreadyExists(kind.name());
      }
      throw failure;
    }
  }
}
