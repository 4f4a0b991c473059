package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.json.DocumentEquality;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourcePatch;
import io.hyperfleet.domain.resource.Stamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives resources what the client does not decide: ids, times and conditions. */
public final class ResourceFactory {

  private final TimeOrderedIds ids;
  private final InstantSource clock;
  private final ResourceConditions conditions;
  private final DocumentEquality equality;

  public ResourceFactory(
      TimeOrderedIds ids,
      InstantSource clock,
      ResourceConditions conditions,
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
    return conditions.ofNew(
        kind, Resource.create(new ResourceId(ids.next()), kind, owner, draft, references, now));
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
        .map(changed -> conditions.ofChanged(kind, changed));
  }

  /** The resource as it waits to go, or still does. */
  Resource marked(KindDescriptor kind, Resource stored, Stamp now) {
    Resource marked = stored.marked(now);
    return stored.isMarked()
        ? conditions.ofMarkedAgain(kind, marked)
        : conditions.ofMarked(kind, marked);
  }

  /** The same for one that goes with it. */
  Mark marked(KindDescriptor kind, Descendant stored, Stamp now) {
    return conditions.ofMarked(kind, stored, now);
  }

  Stamp now(RequestContext context) {
    return new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
  }
}
