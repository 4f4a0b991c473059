package io.hyperfleet.application.resource;

import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.status.Finalization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Owners that are marked for deletion: they may go with the last of their children. */
final class WaitingOwners {

  private final KindCatalogue kinds;
  private final DeletionStore deletions;
  private final ReportStore reports;

  WaitingOwners(KindCatalogue kinds, DeletionStore deletions, ReportStore reports) {
    this.kinds = kinds;
    this.deletions = deletions;
    this.reports = reports;
  }

  /** Locks them, before anything that belongs to them. */
  List<Ancestor> lock(KindDescriptor kind, String id) {
    return kind.parent()
        .flatMap(parent -> ResourceId.parse(id))
        .map(known -> deletions.lockMarkedAncestors(lineage(kind), known))
        .orElse(List.of());
  }

  private List<Kind> lineage(KindDescriptor kind) {
    return Stream.iterate(
            Optional.of(kind), Optional::isPresent, child -> child.flatMap(kinds::parentOf))
        .map(each -> each.orElseThrow().kind())
        .toList();
  }

  /** A child of the nearest one is gone, which may have been the last one of its owner. */
  void childGone(List<Ancestor> owners) {
    for (Ancestor owner : owners) {
      if (!leaves(owner)) {
        return;
      }
    }
  }

  private boolean leaves(Ancestor owner) {
    Optional<KindDescriptor> kind = kinds.named(owner.reference().kind().name());
    return kind.isPresent()
        && (kind.get().requiredAdapters().isEmpty()
            ? deletions.removeFinished(ResourceTree.of(owner.reference()), List.of())
            : isFinalized(kind.get(), owner) && deletions.removeChildless(owner.reference()));
  }

  private boolean isFinalized(KindDescriptor kind, Ancestor owner) {
    return Finalization.allFinalized(
        kind.requiredAdapters(),
        owner.generation(),
        reports.find(owner.reference(), Set.copyOf(kind.requiredAdapters())));
  }
}
