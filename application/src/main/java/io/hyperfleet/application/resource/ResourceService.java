package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.InitialConditions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Everything a caller may do to a resource, each in one unit of work; reads open no transaction.
 */
public final class ResourceService {

  private final ResourceStore resources;
  private final SpecSchemas schemas;
  private final ConditionsCodec conditions;
  private final Transactions transactions;
  private final TimeOrderedIds ids;
  private final InstantSource clock;

  public ResourceService(
      ResourceStore resources,
      SpecSchemas schemas,
      ConditionsCodec conditions,
      Transactions transactions,
      TimeOrderedIds ids,
      InstantSource clock) {
    this.resources = resources;
    this.schemas = schemas;
    this.conditions = conditions;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  public Resource create(RequestContext context, KindDescriptor kind, ResourceRequest request) {
    // Published order: what is wrong inside of the spec is told before anything else.
    request.spec().ifPresent(spec -> schemas.check(kind, spec));
    ResourceDraft draft = ResourceDraft.accept(kind, request);
    Stamp now =
        new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
    Resource created =
        Resource.create(
            new ResourceId(ids.next()),
            kind,
            Optional.empty(),
            draft,
            now,
            initialConditions(kind, now));
    return transactions.required(
        context,
        () -> {
          resources.insert(created);
          return created;
        });
  }

  private Document initialConditions(KindDescriptor kind, Stamp created) {
    return conditions.write(
        InitialConditions.of(kind.requiredAdapters(), Resource.FIRST_GENERATION, created.time()));
  }

  /** The resource of that id, as a client spelled it: a text that is no id names no resource. */
  public Resource get(RequestContext context, KindDescriptor kind, String id) {
    return ResourceId.parse(id)
        .flatMap(known -> transactions.reading(context, () -> resources.find(kind.kind(), known)))
        .orElseThrow(() -> FleetException.notFound(kind.name(), id));
  }

  public Page<Resource> list(RequestContext context, KindDescriptor kind, PageRequest page) {
    ResourceQuery query = ResourceQuery.of(kind.kind()).page(page);
    ResourceList found = transactions.reading(context, () -> resources.list(query));
    return new Page<>(found.items(), page.page(), found.total().orElseThrow());
  }
}
