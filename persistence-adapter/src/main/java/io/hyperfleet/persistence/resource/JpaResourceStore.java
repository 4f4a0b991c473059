package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.application.resource.ResourceList;
import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import io.hyperfleet.persistence.migration.SchemaName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Keeps resources in PostgreSQL. Whatever is done to one resource, its labels included, is one
 * statement; a list is one, and a second one where its length is not known from the first.
 */
public final class JpaResourceStore implements ResourceStore {

  /** What an ordinary resource takes, with room to spare. */
  private static final long USUAL_BYTES = 1 << 20;

  /** The same of the largest page. */
  private static final long USUAL_BYTES_OF_A_PAGE = 4 << 20;

  /** What is changed all the time may have grown each time. */
  private static final int MOST_READINGS = 5;

  private final UnitsOfWork units;
  private final ResourceSql resources;

  public JpaResourceStore(UnitsOfWork units, SchemaName schema) {
    this.units = units;
    this.resources = new ResourceSql(schema);
  }

  /** What the persistence unit must know. */
  public static List<Class<?>> rows() {
    return List.of(ResourceRow.class);
  }

  @Override
  public void insert(Resource resource) {
    try {
      resources.insert(resource).query(units.entitiesToChange()).executeUpdate();
    } catch (PersistenceException failure) {
      // Only the name can be taken, the id is new.
      if (DatabaseFailures.isUniqueViolation(failure)) {
        throw FleetException.alreadyExists(resource.kind().name());
      }
      throw failure;
    }
  }

  @Override
  public Optional<Resource> find(Kind kind, ResourceId id, Set<ResourcePart> parts) {
    return read(units.entities(), resources.find(kind, id, parts), resources.handedOn(parts))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Resource> lock(Collection<Kind> kinds, ResourceId id) {
    return read(units.entitiesToChange(), resources.lock(kinds, id), resources.locked()).stream()
        .findFirst();
  }

  /** As {@link #lock}, and whoever only holds it waits as well. */
  Optional<Resource> lockWhole(Kind kind, ResourceId id) {
    return read(units.entitiesToChange(), resources.lockWhole(kind, id), resources.lockedWhole())
        .stream()
        .findFirst();
  }

  @Override
  public boolean exists(Kind kind, ResourceId id) {
    return !resources.exists(kind, id).query(units.entities()).getResultList().isEmpty();
  }

  @Override
  public List<HeldResource> hold(Set<Reference> wanted) {
    return Scalars.rows(resources.hold(wanted).query(units.entitiesToChange())).stream()
        .map(row -> new HeldResource(row.reference(0), row.text(2), row.isTrue(3)))
        .toList();
  }

  @Override
  public ResourceList list(ResourceQuery query) {
    ListSql sql = new ListSql(resources, query);
    List<Resource> items =
        read(
            units.entities(), sql.part(), resources.handedOn(query.parts()), USUAL_BYTES_OF_A_PAGE);
    return new ResourceList(
        items,
        query
            .part()
            .page()
            .filter(page -> query.part().counted())
            .map(page -> OptionalLong.of(total(sql, page, items.size())))
            .orElseGet(OptionalLong::empty));
  }

  /** A page that is not full ends the list; one that is empty may be anywhere past the end. */
  private long total(ListSql sql, PageRequest page, int found) {
    boolean ends = found < page.size() && (found > 0 || page.offset() == 0);
    return ends ? page.offset() + found : number(units.entities(), sql.count());
  }

  @Override
  public boolean update(Resource resource, long expectedVersion) {
    return number(units.entitiesToChange(), resources.update(resource, expectedVersion)) > 0;
  }

  @Override
  public boolean delete(Kind kind, ResourceId id) {
    return resources.delete(kind, id).query(units.entitiesToChange()).executeUpdate() > 0;
  }

  private List<Resource> read(EntityManager entities, SqlText found, RowWeight weights) {
    return read(entities, found, weights, USUAL_BYTES);
  }

  /**
   * Takes the memory for what was found before it comes. What is usual comes with the first
   * statement; of what is heavier that one tells the weight, and a second one reads it, unless it
   * has grown meanwhile. What changed while its lock was waited for is read again as well, now that
   * it stays.
   */
  private List<Resource> read(
      EntityManager entities, SqlText found, RowWeight weights, long usualBytes) {
    MemoryShare memory = units.memory();
    long granted = memory.takeUpTo(usualBytes);
    List<ResourceRow> rows = rows(entities, weights.of(found, granted));
    for (int reading = 1; weight(rows) > granted || isOutdated(rows); reading++) {
      if (reading == MOST_READINGS) {
        throw FleetException.memoryUsedUp();
      }
      granted = more(memory, granted, rows);
      rows = rows(entities, weights.of(found, granted));
    }
    memory.giveBack(granted - weight(rows));
    return rows.stream().map(ResourceRow::toDomain).toList();
  }

  private static long more(MemoryShare memory, long granted, List<ResourceRow> rows) {
    long missing = Math.max(0, weight(rows) - granted);
    if (rows.size() > 1 && !memory.couldTake(missing)) {
      throw FleetException.pageTooLarge(rows.size());
    }
    memory.take(missing);
    return granted + missing;
  }

  private static boolean isOutdated(List<ResourceRow> rows) {
    return rows.stream().anyMatch(ResourceRow::isOutdated);
  }

  private static long weight(List<ResourceRow> rows) {
    return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).weight();
  }

  /** What is only handed on need not be watched for changes. */
  @SuppressWarnings("unchecked") // The query says what its rows are.
  private static List<ResourceRow> rows(EntityManager entities, SqlText sql) {
    Query query = entities.createNativeQuery(sql.sql(), ResourceRow.class);
    return (List<ResourceRow>)
        sql.bind(query)
            .setHint("eclipselink.read-only", true)
            .setHint("eclipselink.maintain-cache", false)
            .getResultList();
  }

  private static long number(EntityManager entities, SqlText sql) {
    return ((Number) sql.query(entities).getSingleResult()).longValue();
  }
}
