package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.Objects;
import java.util.Optional;

/** What a client may decide about a new resource, once it has passed the rules of its kind. */
public record ResourceDraft(ResourceName name, Labels labels, Document spec) {

  public ResourceDraft {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(spec, "spec");
  }

  /** Checks a request in the published order; the first failure is the one reported. */
  public static ResourceDraft accept(KindDescriptor descriptor, ResourceRequest request) {
    requireKind(descriptor.kind().name(), request.kind());
    ResourceName name = ResourceName.accept(request.name().orElse(""), descriptor.nameLength());
    Document spec = request.spec().orElseThrow(() -> FleetException.invalid("spec is required"));
    Labels labels = Labels.accept(request.labels());
    request.references().stream()
        .findFirst()
        .ifPresent(
            type -> {
              throw FleetException.invalid(
                  "unknown reference type \"" + type + "\" for " + descriptor.kind().name());
            });
    return new ResourceDraft(name, labels, spec);
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
