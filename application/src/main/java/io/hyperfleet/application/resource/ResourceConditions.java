package io.hyperfleet.application.resource;

import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ConditionRules;
import io.hyperfleet.domain.resource.MappedConditions;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Aggregation;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.Finalization;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is known of a resource, whatever happened to it. Reports are read where they count:
 * those on an earlier generation say nothing that its conditions do not show.
 */
public final class ResourceConditions {

  private final KindCatalogue kinds;
  private final Stores stores;
  private final ConditionsCodec codec;
  private final ConditionRules rules;

  public ResourceConditions(
      KindCatalogue kinds, Stores stores, ConditionsCodec codec, ConditionRules rules) {
    this.kinds = kinds;
    this.stores = stores;
    this.codec = codec;
    this.rules = rules;
  }

  /** A new resource, on which nobody has reported; without any who must, nothing is known. */
  Resource ofNew(KindDescriptor kind, Resource created) {
    return kind.requiredAdapters().isEmpty() ? created : following(kind, created, List.of());
  }

  /** A resource that has just become of its generation. */
  Resource ofChanged(KindDescriptor kind, Resource changed) {
    return kind.requiredAdapters().isEmpty()
        ? changed
        : following(kind, changed, forRules(kind, Reference.to(changed)));
  }

  /** The same if it was marked for deletion by that, which always says something. */
  Resource ofMarked(KindDescriptor kind, Resource marked) {
    return following(kind, marked, forRules(kind, Reference.to(marked)));
  }

  /** The same of one that goes with another one. */
  Mark ofMarked(KindDescriptor kind, Descendant stored, Stamp now) {
    if (!kind.conditions().isEmpty()) {
      return Mark.of(ofMarked(kind, whole(stored.reference()).marked(now)));
    }
    List<Condition> previous = codec.read(stored.conditions());
    int generation = stored.generation() + 1;
    Document conditions =
        codec.write(
            Aggregation.of(
                kind.requiredAdapters(),
                Snapshots.shownBy(kind.requiredAdapters(), previous),
                new Observed(generation, now.time(), true, false, previous)));
    return new Mark(stored.reference(), generation, conditions);
  }

  private Resource whole(Reference reference) {
    return stores.resources().find(reference.kind(), reference.id()).orElseThrow();
  }

  /** A resource that was marked before and is marked again, in the same generation. */
  Resource ofMarkedAgain(KindDescriptor kind, Resource marked) {
    Reference resource = Reference.to(marked);
    List<AdapterReport> reports =
        kind.conditions().isEmpty()
            ? stores.reports().find(resource, Set.copyOf(kind.requiredAdapters()))
            : stores.reports().findAll(resource);
    return marked.withConditions(codec.write(reported(kind, marked, reports)));
  }

  /**
   * What is known of a resource once somebody reported on it; empty if that is what was known.
   *
   * @param reports those of the required adapters at least, and all of them for a kind with rules
   */
  Optional<Document> ofReported(
      KindDescriptor kind, Resource resource, List<AdapterReport> reports) {
    return Optional.of(reported(kind, resource, reports))
        .filter(now -> !now.equals(codec.read(resource.conditions())))
        .map(codec::write);
  }

  private List<Condition> reported(
      KindDescriptor kind, Resource resource, List<AdapterReport> reports) {
    Snapshots snapshots = Snapshots.of(kind.requiredAdapters(), resource.generation(), reports);
    boolean activeChild = isFinal(kind, resource, reports) && hasActiveChild(kind, resource);
    return conditions(kind, resource, snapshots, activeChild, reports);
  }

  /** Whether all who have to report on it are done with a resource that is to go. */
  static boolean isFinal(KindDescriptor kind, Resource resource, List<AdapterReport> reports) {
    return resource.isMarked()
        && Finalization.allFinalized(kind.requiredAdapters(), resource.generation(), reports);
  }

  private boolean hasActiveChild(KindDescriptor kind, Resource resource) {
    List<Kind> children = kinds.childrenOf(kind).stream().map(KindDescriptor::kind).toList();
    ResourceTree alone = ResourceTree.of(Reference.to(resource));
    return !children.isEmpty() && stores.deletions().activeChild(alone, children).isPresent();
  }

  private List<AdapterReport> forRules(KindDescriptor kind, Reference resource) {
    return kind.conditions().isEmpty() ? List.of() : stores.reports().findAll(resource);
  }

  /**
   * @param reports for the rules of the kind
   */
  private Resource following(KindDescriptor kind, Resource next, List<AdapterReport> reports) {
    Snapshots snapshots = Snapshots.shownBy(kind.requiredAdapters(), codec.read(next.conditions()));
    return next.withConditions(codec.write(conditions(kind, next, snapshots, false, reports)));
  }

  private List<Condition> conditions(
      KindDescriptor kind,
      Resource resource,
      Snapshots snapshots,
      boolean activeChild,
      List<AdapterReport> reports) {
    List<Condition> previous = codec.read(resource.conditions());
    Observed observed =
        new Observed(
            resource.generation(),
            resource.audit().updated().time(),
            resource.isMarked(),
            activeChild,
            previous);
    List<Condition> conditions =
        new ArrayList<>(Aggregation.of(kind.requiredAdapters(), snapshots, observed));
    conditions.addAll(
        MappedConditions.of(rules.evaluate(kind, resource, reports), resource, previous));
    return conditions;
  }
}
