package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client may decide about a new resource, once it has passed the rules of its kind.
 *
 * @param references not yet checked: their turn is after the owner's
 */
public record ResourceDraft(
    ResourceName name,
    Labels labels,
    Document spec,
    Map<String, List<ReferenceRequest>> references) {

  public ResourceDraft {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(spec, "spec");
    references = Map.copyOf(references);
  }

  /** Checks a request in the published order; the first failure is the one reported. */
  public static ResourceDraft accept(KindDescriptor descriptor, ResourceRequest request) {
    requireKind(descriptor.name(), request.kind());
    ResourceName name = ResourceName.accept(request.name().orElse(""), descriptor.nameLength());
    Document spec = requireSpec(request);
    Labels labels = Labels.accept(request.labels());
    return new ResourceDraft(name, labels, spec, request.references());
  }

  /**
   * The kind that a request names, where the route does not name it. There, what holds for every
   * kind is checked before.
   */
  public static KindDescriptor kindOf(ResourceRequest request, KindCatalogue kinds) {
    requireSpec(request);
    Labels.accept(request.labels());
    String kind = request.kind().orElse("");
    return kinds.named(kind).orElseThrow(() -> FleetException.unknownKind(kind));
  }

  private static Document requireSpec(ResourceRequest request) {
    return request.spec().orElseThrow(() -> FleetException.invalid("spec is required"));
  }

  private static void requireKind(String expected, Optional<String> requested) {
    String kind = requested.orElse("");
    if (kind.isEmpty()) {
      throw FleetException.invalid("kind is required");
    }
    if (!kind.equals(expected)) {
      throw FleetException.invalid("kind must be '" + expected + "'");
    }
  }
}
