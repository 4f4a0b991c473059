package io.hyperfleet.server.configuration;

import io.hyperfleet.json.yaml.YamlGroup;
import java.util.List;

/**
 * What one source says.
 *
 * @param text a list of groups is its JSON
 * @param origin the flag, the variable or the file, for whoever has to mend it
 * @param groups the items of a list of groups as they were written, each with its place
 */
record Value(String text, Source source, String origin, List<YamlGroup> groups) {

  Value {
    groups = List.copyOf(groups);
  }

  Value(String text, Source source, String origin) {
    this(text, source, origin, List.of());
  }

  /** Only the file has a shape for them. */
  static Value ofGroups(String json, List<YamlGroup> groups, String origin) {
    return new Value(json, Source.YAML, origin, groups);
  }

  static Value byDefault(String text) {
    return new Value(text, Source.DEFAULT, "default");
  }

  Value withText(String other) {
    return new Value(other, source, origin, groups);
  }

  boolean isStrongerThan(Value other) {
    return source.compareTo(other.source) < 0;
  }
}
