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
import io.hyperfleet.domain.status.Aggregation;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.Snapshots;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    Resource created =
        Resource.create(new ResourceId(ids.next()), kind, owner, draft, references, now);
    return created.withConditions(unreported(kind, created));
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
        .map(changed -> changed.withConditions(afterChange(kind, changed)));
  }

  /**
   * The resource as it waits to go. Marked again, it has not grown, and its conditions do not tell
   * who is done with it in the meantime.
   */
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

  private Document unreported(KindDescriptor kind, Resource created) {
    if (kind.requiredAdapters().isEmpty()) {
      return created.conditions();
    }
    Observed observed = observed(created, List.of());
    return conditions.write(Aggregation.of(kind.requiredAdapters(), Snapshots.none(), observed));
  }

  private Document afterChange(KindDescriptor kind, Resource changed) {
    if (kind.requiredAdapters().isEmpty()) {
      return changed.conditions();
    }
    return aggregated(kind, observed(changed, conditions.read(changed.conditions())));
  }

  private static Observed observed(Resource active, List<Condition> previous) {
    return new Observed(
        active.generation(), active.audit().updated().time(), false, false, previous);
  }

  private Document deleting(KindDescriptor kind, Document previous, int generation, Stamp now) {
    return aggregated(
        kind, new Observed(generation, now.time(), true, false, conditions.read(previous)));
  }

  /** Of a generation that is new, so that the conditions show all that counts of the reports. */
  private Document aggregated(KindDescriptor kind, Observed observed) {
    Snapshots shown = Snapshots.shownBy(kind.requiredAdapters(), observed.previous());
    return conditions.write(Aggregation.of(kind.requiredAdapters(), shown, observed));
  }

  Stamp now(RequestContext context) {
    return new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
  }
}
