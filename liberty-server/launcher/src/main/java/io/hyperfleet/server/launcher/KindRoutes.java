package io.hyperfleet.server.launcher;

import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the resources of each kind will be found: what a registry makes. */
final class KindRoutes {

  private static final String BASE = "/api/hyperfleet/v1";
  private static final String EVERYTHING = "/resources";

  private final KindCatalogue kinds;

  KindRoutes(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  /** A line for each kind. */
  List<String> text() {
    int width = kinds.all().stream().mapToInt(kind -> kind.name().length()).max().orElse(0);
    String line = "  %-" + Math.max(width, "any kind".length()) + "s  %s";
    List<String> lines = new ArrayList<>();
    lines.add("Collections below " + BASE + ":");
    for (KindDescriptor kind : kinds.all()) {
      lines.add(line.formatted(kind.name(), String.join("  ", collections(kind))));
    }
    lines.add(line.formatted("any kind", EVERYTHING));
    return lines;
  }

  Map<String, Object> json() {
    List<Object> all = new ArrayList<>();
    for (KindDescriptor kind : kinds.all()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", kind.name());
      one.put("collections", collections(kind).stream().map(BASE::concat).toList());
      all.add(one);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kinds", all);
    json.put("any_kind", BASE + EVERYTHING);
    return json;
  }

  private List<String> collections(KindDescriptor kind) {
    List<String> paths = new ArrayList<>(List.of("/" + kind.plural()));
    kinds
        .parentOf(kind)
        .ifPresent(parent -> paths.add("/" + parent.plural() + "/{id}/" + kind.plural()));
    return paths;
  }
}
