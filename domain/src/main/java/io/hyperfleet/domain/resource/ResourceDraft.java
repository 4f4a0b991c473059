package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** What a client may decide about a new resource, once it has passed the rules of its kind. */
public record ResourceDraft(ResourceName name, Labels labels, Document spec) {

  public ResourceDraft {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(spec, "spec");
  }

  /** Checks a request in the published order; the first failure is the one reported. */
  public static ResourceDraft accept(KindDescriptor descriptor, ResourceRequest request) {
    requireKind(descriptor.name(), request.kind());
    ResourceName name = ResourceName.accept(request.name().orElse(""), descriptor.nameLength());
    Document spec = requireSpec(request);
    Labels labels = Labels.accept(request.labels());
    refuseReferences(descriptor.name(), request.references());
    return new ResourceDraft(name, labels, spec);
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

  /** No kind declares any. */
  static void refuseReferences(String kind, SortedSet<String> types) {
    if (!types.isEmpty()) {
      throw FleetException.unknownReferenceType(types.first(), kind);
    }
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
