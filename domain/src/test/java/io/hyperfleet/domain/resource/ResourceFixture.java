package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindFixture;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Resources for tests: valid as they come, so that a test states only what matters to it. Ids,
 * names and the kinds of {@link #newKind()} never repeat, not even between runs.
 */
public final class ResourceFixture {

  public static final Instant CREATED = Instant.parse("2026-08-21T10:00:00.123456Z");
  public static final Instant DELETED = Instant.parse("2026-08-21T11:00:00.499999Z");

  private static final TimeOrderedIds IDS =
      new TimeOrderedIds(InstantSource.system(), new SecureRandom());

  private final ResourceId id;
  private final Kind kind;
  private final String collection;
  private final Optional<OwnerReference> owner;
  private ResourceName name;
  private Labels labels = Labels.NONE;
  private References references = References.NONE;
  private Document spec = new Document("{\"region\":\"eu-west-1\"}");
  private Document tenancy = Document.EMPTY_OBJECT;
  private int generation = 1;
  private long version = 1;
  private Stamp created = new Stamp(CREATED, "alice@example.com");
  private Optional<Stamp> updated = Optional.empty();
  private Optional<Stamp> deleted = Optional.empty();
  private Document conditions =
      new Document(
          "[{\"type\":\"Reconciled\",\"status\":\"False\",\"created_time\":\"" + CREATED + "\"}]");

  /** The next version of a resource, in which everything that may change is as in a new one. */
  public static ResourceFixture changed(Resource resource) {
    String id = resource.id().toString();
    String collection = resource.href().substring(0, resource.href().length() - id.length());
    ResourceFixture changed =
        new ResourceFixture(resource.id(), resource.kind(), collection, resource.owner());
    changed.name = resource.name();
    changed.tenancy = resource.tenancy();
    changed.created = resource.audit().created();
    changed.generation = resource.generation() + 1;
    changed.version = resource.version() + 1;
    return changed;
  }

  private ResourceFixture(
      ResourceId id, Kind kind, String collection, Optional<OwnerReference> owner) {
    this.id = id;
    this.name = new ResourceName("r-" + id);
    this.kind = kind;
    this.collection = collection;
    this.owner = owner;
  }

  public static ResourceFixture cluster() {
    return root(KindFixture.CLUSTER.kind());
  }

  public static ResourceFixture nodePoolOf(Resource cluster) {
    return new ResourceFixture(
        newId(),
        KindFixture.NODE_POOL.kind(),
        cluster.href() + "/nodepools/",
        Optional.of(OwnerReference.to(cluster)));
  }

  /** A resource without an owner, of a kind that any operator may have declared. */
  public static ResourceFixture root(Kind kind) {
    String plural = kind.name().toLowerCase(Locale.ROOT) + "s";
    return new ResourceFixture(
        newId(), kind, "/api/hyperfleet/v1/" + plural + "/", Optional.empty());
  }

  /** A resource of that kind below another one. */
  public static ResourceFixture childOf(Resource owner, Kind kind) {
    String plural = kind.name().toLowerCase(Locale.ROOT) + "s";
    return new ResourceFixture(
        newId(), kind, owner.href() + "/" + plural + "/", Optional.of(OwnerReference.to(owner)));
  }

  /** A kind of which there is no resource yet. */
  public static Kind newKind() {
    return new Kind("Kind-" + IDS.next());
  }

  public static ResourceId newId() {
    return new ResourceId(IDS.next());
  }

  public ResourceFixture named(String value) {
    name = new ResourceName(value);
    return this;
  }

  public ResourceFixture withLabels(Map<String, String> values) {
    labels = Labels.of(values);
    return this;
  }

  public ResourceFixture referringTo(String type, Resource... targets) {
    SortedMap<String, List<Reference>> all = new TreeMap<>(references.values());
    all.put(type, Stream.of(targets).map(Reference::to).toList());
    references = new References(all);
    return this;
  }

  public ResourceFixture withSpec(String json) {
    spec = new Document(json);
    return this;
  }

  public ResourceFixture inTenancy(String json) {
    tenancy = new Document(json);
    return this;
  }

  public ResourceFixture withGeneration(int value) {
    generation = value;
    return this;
  }

  public ResourceFixture inVersion(long value) {
    version = value;
    return this;
  }

  public ResourceFixture withConditions(String json) {
    conditions = new Document(json);
    return this;
  }

  public ResourceFixture createdAt(Instant time) {
    created = new Stamp(time, created.by());
    return this;
  }

  public ResourceFixture updated(Instant time, String by) {
    updated = Optional.of(new Stamp(time, by));
    return this;
  }

  /** Marked for deletion, and still there. */
  public ResourceFixture deleted() {
    deleted = Optional.of(new Stamp(DELETED, "bob@example.com"));
    return this;
  }

  public Resource build() {
    return new Resource(
        id,
        kind,
        name,
        collection + id,
        owner,
        labels,
        references,
        spec,
        tenancy,
        generation,
        version,
        new Audit(created, updated.orElse(created), deleted),
        conditions);
  }
}
