package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.References;
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
      ResourceDraft draft,
      References references) {
    Stamp now = now(context);
    Document unreported =
        conditions.write(
            UnreportedConditions.of(
                kind.requiredAdapters(), Resource.FIRST_GENERATION, now.time()));
    return Resource.create(new ResourceId(ids.next()), kind, owner, draft, references, now)
        .withConditions(unreported);
  }

  /** The resource after the patch; empty if the patch changes nothing. */
  Optional<Resource> patch(
      RequestContext context,
      KindDescriptor kind,
      Resource stored,
      ResourcePatch patch,
      Optional<References> references) {
    return patch
        .applyTo(stored, references, now(context), equality)
        .map(changed -> changed.withConditions(conditionsOf(kind, changed)));
  }

  /** The resource as it waits to go. */
  Resource marked(KindDescriptor kind, Resource stored, Stamp now) {
    Resource waiting = stored.marked(now);
    return waiting.withConditions(deleting(kind, stored.conditions(), waiting.generation(), now));
  }

  /** The same for one that goes with it. */
  Mark marked(KindDescriptor kind, Descendant stored, Stamp now) {
    int generation = stored.generation() + 1;
    return new Mark(
        stored.reference(), generation, deleting(kind, stored.conditions(), generation, now));
  }

  private Document deleting(KindDescriptor kind, Document previous, int generation, Stamp now) {
    return conditions.write(
        UnreportedConditions.deleting(
            conditions.read(previous), kind.requiredAdapters(), generation, now.time()));
  }

  private Document conditionsOf(KindDescriptor kind, Resource changed) {
    return conditions.write(
        UnreportedConditions.after(
            conditions.read(changed.conditions()),
            kind.requiredAdapters(),
            changed.generation(),
            changed.audit().updated().time()));
  }

  Stamp now(RequestContext context) {
    return new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
  }
}
