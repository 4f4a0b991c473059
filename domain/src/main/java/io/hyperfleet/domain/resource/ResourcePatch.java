package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a client may change of a resource. Each part that is there takes the place of the stored one
 * as a whole; nothing is merged.
 */
public record ResourcePatch(
    Optional<Document> spec, Optional<Labels> labels, Optional<SortedSet<String>> references) {

  public ResourcePatch {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(references, "references");
  }

  /** Checks what can be told without the resource. */
  public static ResourcePatch accept(PatchRequest request) {
    if (request.spec().isEmpty() && request.labels().isEmpty() && request.references().isEmpty()) {
      throw FleetException.emptyPatch();
    }
    return new ResourcePatch(
        request.spec(), request.labels().map(Labels::accept), request.references());
  }

  /**
   * The resource as the patch has it; empty if that is how it is already. References count as a
   * change whenever they are sent.
   *
   * @throws FleetException if the resource is about to go, or its kind forbids it
   */
  public Optional<Resource> applyTo(Resource stored, Stamp now, DocumentEquality equality) {
    if (stored.audit().deleted().isPresent()) {
      throw FleetException.markedForDeletion(stored.kind().name(), stored.id().toString());
    }
    references.ifPresent(types -> ResourceDraft.refuseReferences(stored.kind().name(), types));
    boolean changes =
        references.isPresent()
            || spec.filter(wanted -> !equality.sameValue(wanted, stored.spec())).isPresent()
            || labels.filter(wanted -> !wanted.equals(stored.labels())).isPresent();
    return changes
        ? Optional.of(
            stored.changed(labels.orElse(stored.labels()), spec.orElse(stored.spec()), now))
        : Optional.empty();
  }
}
