package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourcePatch;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.UnreportedConditions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives resources what the client does not decide: ids, times and conditions. */
public final class ResourceFactory {

  private final TimeOrderedIds ids;
  private final InstantSource clock;
  private final ConditionsCodec conditions;
  private final DocumentEquality equality;

  public ResourceFactory(
      TimeOrderedIds ids,
      InstantSource clock,
      ConditionsCodec conditions,
      DocumentEquality equality) {
    this.ids = ids;
    this.clock = clock;
    this.conditions = conditions;
    this.equality = equality;
  }

  Resource create(
      RequestContext context,
      KindDescriptor kind,
      Optional<OwnerReference> owner,
      ResourceDraft draft) {
    Stamp now = now(context);
    return Resource.create(
        new ResourceId(ids.next()),
        kind,
        owner,
        draft,
        now,
        conditions.write(
            UnreportedConditions.of(
                kind.requiredAdapters(), Resource.FIRST_GENERATION, now.time())));
  }

  /** The resource after the patch; empty if the patch changes nothing. */
  Optional<Resource> patch(
      RequestContext context, KindDescriptor kind, Resource stored, ResourcePatch patch) {
    return patch
        .applyTo(stored, now(context), equality)
        .map(changed -> changed.withConditions(conditionsOf(kind, changed)));
  }

  private Document conditionsOf(KindDescriptor kind, Resource changed) {
    return conditions.write(
        UnreportedConditions.after(
            conditions.read(changed.conditions()),
            kind.requiredAdapters(),
            changed.generation(),
            changed.audit().updated().time()));
  }

  private Stamp now(RequestContext context) {
    return new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
  }
}
