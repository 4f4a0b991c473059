package io.hyperfleet.domain.kind;

import io.hyperfleet.domain.status.AdapterName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds that are served where an operator declares none. Nothing else knows them by name. */
public final class DefaultRegistry {

  private static final Kind CLUSTER = new Kind("Cluster");
  private static final Kind NODE_POOL = new Kind("NodePool");

  private DefaultRegistry() {}

  public static KindCatalogue catalogue() {
    return new KindCatalogue(kinds());
  }

  /** That of the one child whose rows the database ties to those of its parent. */
  static Optional<Kind> onlyParentOf(Kind child) {
    return child.equals(NODE_POOL) ? Optional.of(CLUSTER) : Optional.empty();
  }

  private static List<KindDescriptor> kinds() {
    return List.of(cluster(), nodePool(), channel(), version(), wifConfig());
  }

  private static KindDescriptor cluster() {
    return new KindDescriptor(
        CLUSTER,
        "clusters",
        Optional.empty(),
        new NameLength(3, 53),
        Optional.of(new SpecSchema("ClusterSpec", true)),
        adapters("validation", "dns", "pullsecret", "hypershift"),
        List.of(),
        List.of());
  }

  private static KindDescriptor nodePool() {
    return new KindDescriptor(
        NODE_POOL,
        "nodepools",
        Optional.of(new Parent(CLUSTER, OnParentDelete.CASCADE)),
        new NameLength(3, 15),
        Optional.of(new SpecSchema("NodePoolSpec", true)),
        adapters("validation", "hypershift"),
        List.of(),
        List.of());
  }

  private static KindDescriptor channel() {
    return plain("Channel", "channels", Optional.empty());
  }

  private static KindDescriptor version() {
    return plain(
        "Version",
        "versions",
        Optional.of(new Parent(new Kind("Channel"), OnParentDelete.RESTRICT)));
  }

  private static KindDescriptor wifConfig() {
    return plain("WifConfig", "wifconfigs", Optional.empty());
  }

  /** Of such a kind, nobody has to report. */
  private static KindDescriptor plain(String kind, String plural, Optional<Parent> parent) {
    return new KindDescriptor(
        new Kind(kind),
        plural,
        parent,
        new NameLength(1, 100),
        Optional.of(new SpecSchema(kind + "Spec", false)),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<AdapterName> adapters(String... names) {
    return Stream.of(names).map(AdapterName::new).toList();
  }
}
