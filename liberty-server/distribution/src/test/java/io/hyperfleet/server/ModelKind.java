package io.hyperfleet.server;

import io.hyperfleet.domain.status.AdapterName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of the model, and of the server that is compared with it.
 *
 * @param parent empty for a root
 * @param onParentDelete as in the registry
 */
record ModelKind(
    String name, String plural, String parent, String onParentDelete, List<AdapterName> required) {

  static final String CASCADE = "cascade";
  static final String RESTRICT = "restrict";

  /** With no, one and several adapters, three levels deep, and with each way to go. */
  static final List<ModelKind> ALL =
      List.of(
          of("Cluster", "clusters", "", "", "validation", "dns", "hypershift"),
          of("NodePool", "nodepools", "Cluster", CASCADE, "validation", "hypershift"),
          of("Machine", "machines", "NodePool", CASCADE, "agent"),
          of("Rack", "racks", "Cluster", CASCADE),
          of("Slot", "slots", "Rack", CASCADE, "agent"),
          of("Tag", "tags", "Cluster", ""),
          of("Channel", "channels", "", ""),
          of("Version", "versions", "Channel", RESTRICT),
          of("Depot", "depots", "", "", "keeper"),
          of("Crate", "crates", "Depot", RESTRICT, "checker", "keeper"));

  static final List<ModelKind> ROOTS = ALL.stream().filter(kind -> kind.parent.isEmpty()).toList();

  private static ModelKind of(
      String name, String plural, String parent, String onParentDelete, String... required) {
    List<AdapterName> adapters = Stream.of(required).map(AdapterName::new).toList();
    return new ModelKind(name, plural, parent, onParentDelete, adapters);
  }

  List<ModelKind> children() {
    return ALL.stream().filter(kind -> kind.parent.equals(name)).toList();
  }

  /** All of them, for the server. */
  static String registry() {
    return ALL.stream()
        .map(ModelKind::entry)
        .collect(Collectors.joining("\n", "entities:\n", "\n"));
  }

  private String entry() {
    String child = parent.isEmpty() ? "" : ", parent_kind: " + parent;
    String policy = onParentDelete.isEmpty() ? "" : ", on_parent_delete: " + onParentDelete;
    return "- {kind: %s, plural: %s%s%s, required_adapters: %s}"
        .formatted(name, plural, child, policy, required);
  }
}
