package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.RemovalReason;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ReportRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All use cases on one store, as one caller uses them. The same seed makes the same ids. */
public final class FleetFixture {

  private final KindCatalogue kinds;
  private final ResourceService resources;
  private final ResourceDeletion deletion;
  private final ResourceReports reports;
  private final RequestContext context;
  private Instant now;

  /**
   * A caller of the use cases on some stores.
   *
   * @param seed of the ids
   */
  public FleetFixture(KindCatalogue kinds, Stores stores, RequestContext context, long seed) {
    this.kinds = kinds;
    this.context = context;
    this.now = Instant.parse("2026-08-21T10:00:00Z");
    InstantSource clock = () -> now;
    ResourceFactory factory = UseCaseFixture.factory(kinds, stores, clock, seed);
    this.resources = new ResourceService(kinds, stores, factory, SpecSchemas.NONE, 10);
    this.deletion = new ResourceDeletion(kinds, stores, factory);
    this.reports = UseCaseFixture.reports(kinds, stores, clock);
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

  public Optional<AdapterReport> report(Resource resource, ReportRequest report) {
    return reports.report(context, all(resource.kind().name()), resource.id().toString(), report);
  }

  public List<AdapterReport> reports(Resource resource) {
    return reports(all(resource.kind().name()), resource.id().toString(), new PageRequest(1, 100));
  }

  public List<AdapterReport> reports(ResourceCollection collection, String id, PageRequest page) {
    return reports.list(context, collection, id, page).items();
  }

  /** Changes what is desired. */
  public Resource patch(Resource resource, String spec) {
    return resources.patch(
        context,
        all(resource.kind().name()),
        resource.id().toString(),
        new PatchRequest(Optional.of(new Document(spec)), Optional.empty(), Optional.empty()));
  }
}
