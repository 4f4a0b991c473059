package io.hyperfleet.domain.kind;

import io.hyperfleet.domain.status.AdapterName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of one kind.
 *
 * @param plural the segment of the path that names the collection
 * @param specSchema the schema of the provider that {@code spec} has to match, by name
 * @param requiredAdapters those that must report before a resource is reconciled, in the order in
 *     which their conditions are shown
 */
public record KindDescriptor(
    Kind kind,
    String plural,
    NameLength nameLength,
    Optional<String> specSchema,
    List<AdapterName> requiredAdapters) {

  private static final String BASE = "/api/hyperfleet/v1/";

  public KindDescriptor {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(plural, "plural");
    Objects.requireNonNull(nameLength, "nameLength");
    Objects.requireNonNull(specSchema, "specSchema");
    requiredAdapters = List.copyOf(requiredAdapters);
  }

  public static KindDescriptor cluster() {
    List<AdapterName> adapters =
        Stream.of("validation", "dns", "pullsecret", "hypershift").map(AdapterName::new).toList();
    return new KindDescriptor(
        Kind.CLUSTER, "clusters", new NameLength(3, 53), Optional.of("ClusterSpec"), adapters);
  }

  /** The path of a resource that has no owner. */
  public String href(String id) {
    return BASE + plural + "/" + id;
  }
}
