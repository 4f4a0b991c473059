package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client may change of a resource. Each part that is there takes the place of the stored one
 * as a whole; nothing is merged.
 *
 * @param references not yet checked: their turn is after the resource's
 */
public record ResourcePatch(
    Optional<Document> spec,
    Optional<Labels> labels,
    Optional<Map<String, List<ReferenceRequest>>> references) {

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
   * @param confirmed those of this patch, once they were checked
   */
  public Optional<Resource> applyTo(
      Resource stored, Optional<References> confirmed, Stamp now, DocumentEquality equality) {
    boolean changes =
        confirmed.isPresent()
            || spec.filter(wanted -> !equality.sameValue(wanted, stored.spec())).isPresent()
            || labels.filter(wanted -> !wanted.equals(stored.labels())).isPresent();
    return changes
        ? Optional.of(
            stored.changed(
                labels.orElse(stored.labels()),
                confirmed.orElse(stored.references()),
                spec.orElse(stored.spec()),
                now))
        : Optional.empty();
  }
}
