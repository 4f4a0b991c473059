package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.RemovalReason;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.json.JsonConditions;
import io.hyperfleet.json.JsonEquality;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** All use cases on one store, as one caller uses them. The same seed makes the same ids. */
public final class DeletionFixture {

  private final KindCatalogue kinds;
  private final ResourceService resources;
  private final ResourceDeletion deletion;
  private final RequestContext context;
  private Instant now;

  public DeletionFixture(
      KindCatalogue kinds,
      ResourceStore store,
      DeletionStore deletions,
      Transactions transactions,
      RequestContext context,
      long seed) {
    this.kinds = kinds;
    this.context = context;
    this.now = Instant.parse("2026-08-21T10:00:00Z");
    InstantSource clock = () -> now;
    ResourceFactory factory =
        new ResourceFactory(
            new TimeOrderedIds(clock, new Random(seed)),
            clock,
            new JsonConditions(),
            new JsonEquality());
    this.resources = new ResourceService(kinds, store, factory, SpecSchemas.NONE, transactions, 10);
    this.deletion = new ResourceDeletion(kinds, store, deletions, factory, transactions);
  }

  public void tick() {
    now = now.plusSeconds(1);
  }

  public Instant now() {
    return now;
  }

  public ResourceCollection all(String kind) {
    return ResourceCollection.of(kind(kind));
  }

  public KindDescriptor kind(String name) {
    return kinds.named(name).orElseThrow();
  }

  public Resource create(String kind, String name) {
    return create(all(kind), name, Map.of());
  }

  public Resource createBelow(Resource owner, String kind, String name) {
    return create(below(owner, kind), name, Map.of());
  }

  public ResourceCollection below(Resource owner, String kind) {
    return ResourceCollection.below(kind(owner.kind().name()), owner.id().toString(), kind(kind));
  }

  public Resource create(
      ResourceCollection collection, String name, Map<String, List<ReferenceRequest>> references) {
    return resources.create(
        context,
        collection,
        new ResourceRequest(
            collection.kind().map(KindDescriptor::name),
            Optional.of(name),
            Optional.of(Document.EMPTY_OBJECT),
            Map.of(),
            references));
  }

  public static Map<String, List<ReferenceRequest>> to(String type, Resource target) {
    return Map.of(
        type, List.of(new ReferenceRequest(target.id().toString(), target.kind().name())));
  }

  public Resource delete(Resource resource) {
    return deletion.delete(context, all(resource.kind().name()), resource.id().toString());
  }

  public Resource delete(ResourceCollection collection, String id) {
    return deletion.delete(context, collection, id);
  }

  public void force(Resource resource) {
    force(all(resource.kind().name()), resource.id().toString());
  }

  public void force(ResourceCollection collection, String id) {
    deletion.force(context, collection, id, new RemovalReason("it is stuck"));
  }

  public Resource get(Resource resource) {
    return resources.get(context, all(resource.kind().name()), resource.id().toString());
  }
}
