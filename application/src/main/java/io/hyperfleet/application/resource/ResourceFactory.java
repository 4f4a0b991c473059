package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.InitialConditions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives a new resource what the client does not decide: its id, its time and its conditions. */
public final class ResourceFactory {

  private final TimeOrderedIds ids;
  private final InstantSource clock;
  private final ConditionsCodec conditions;

  public ResourceFactory(TimeOrderedIds ids, InstantSource clock, ConditionsCodec conditions) {
    this.ids = ids;
    this.clock = clock;
    this.conditions = conditions;
  }

  Resource create(
      RequestContext context,
      KindDescriptor kind,
      Optional<OwnerReference> owner,
      ResourceDraft draft) {
    Stamp now =
        new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), context.caller().identity());
    return Resource.create(
        new ResourceId(ids.next()),
        kind,
        owner,
        draft,
        now,
        conditions.write(
            InitialConditions.of(kind.requiredAdapters(), Resource.FIRST_GENERATION, now.time())));
  }
}
