package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.DeletionStore;
import io.hyperfleet.application.resource.Descendant;
import io.hyperfleet.application.resource.ResourceTree;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.migration.SchemaName;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes trees away in PostgreSQL, each step in one statement. */
public final class JpaDeletionStore implements DeletionStore {

  /** What is worth a round trip, and no burden. */
  private static final int MOST_AT_ONCE = 1000;

  private static final long MOST_BYTES_AT_ONCE = 1 << 20;

  private final UnitsOfWork units;
  private final JpaResourceStore resources;
  private final DeletionSql deletions;

  public JpaDeletionStore(UnitsOfWork units, JpaResourceStore resources, SchemaName schema) {
    this.units = units;
    this.resources = resources;
    this.deletions = new DeletionSql(schema);
  }

  @Override
  public Optional<Resource> lockWhole(Kind kind, ResourceId id) {
    return resources.lockWhole(kind, id);
  }

  @Override
  public List<Ancestor> lockMarkedAncestors(List<Kind> lineage, ResourceId id) {
    Deque<Scalars> nearestFirst = new ArrayDeque<>();
    for (int level = lineage.size() - 1; level > 0; level--) {
      rows(deletions.lockAncestor(lineage, level, id)).forEach(nearestFirst::addFirst);
    }
    return nearestFirst.stream()
        .takeWhile(ancestor -> ancestor.isTrue(2))
        .map(ancestor -> new Ancestor(ancestor.reference(0), ancestor.number(3)))
        .toList();
  }

  @Override
  public Batch lockLevel(ResourceTree tree, int level, Optional<Reference> after) {
    List<Scalars> rows =
        rows(deletions.lockLevel(tree, level, after, MOST_AT_ONCE, MOST_BYTES_AT_ONCE));
    int found = rows.isEmpty() ? 0 : rows.get(0).number(7);
    List<Descendant> items = rows.stream().map(JpaDeletionStore::descendant).toList();
    return new Batch(items, found == items.size() && found < MOST_AT_ONCE);
  }

  private static Descendant descendant(Scalars row) {
    return new Descendant(
        row.reference(0),
        row.reference(2),
        row.number(4),
        new Document(row.text(5)),
        row.isTrue(6));
  }

  @Override
  public Optional<ActiveChild> activeChild(ResourceTree tree, Collection<Kind> kinds) {
    return rows(deletions.activeChild(tree, kinds)).stream()
        .map(row -> new ActiveChild(row.reference(0), new Kind(row.text(2))))
        .findFirst();
  }

  @Override
  public Optional<Referred> referred(ResourceTree tree, int most) {
    List<Scalars> rows = rows(deletions.referred(tree, most));
    List<Referrer> referrers =
        rows.stream().map(row -> new Referrer(new Kind(row.text(3)), row.text(4))).toList();
    return rows.stream()
        .findFirst()
        .map(row -> new Referred(row.reference(0), row.text(2), referrers));
  }

  @Override
  public void dropReferences(ResourceTree tree) {
    query(deletions.dropReferences(tree)).executeUpdate();
  }

  @Override
  public void mark(List<Mark> marks, Stamp deleted, Instant updated) {
    query(deletions.mark(marks, deleted, updated)).executeUpdate();
  }

  @Override
  public boolean removeFinished(ResourceTree tree, Collection<Kind> waiting) {
    return ((Number) query(deletions.removeFinished(tree, waiting)).getSingleResult()).intValue()
        > 0;
  }

  @Override
  public boolean removeChildless(Reference resource) {
    return query(deletions.removeChildless(resource)).executeUpdate() > 0;
  }

  @Override
  public void removeAll(ResourceTree tree) {
    query(deletions.removeAll(tree)).executeUpdate();
  }

  private List<Scalars> rows(SqlText sql) {
    return Scalars.rows(query(sql));
  }

  private Query query(SqlText sql) {
    return sql.query(units.entitiesToChange());
  }
}
