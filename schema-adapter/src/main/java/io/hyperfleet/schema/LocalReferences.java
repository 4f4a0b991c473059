package io.hyperfleet.schema;

import io.hyperfleet.json.yaml.YamlGroup;
import io.hyperfleet.json.yaml.YamlList;
import io.hyperfleet.json.yaml.YamlValue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what {@code $ref} stands for. Only references within the file are followed. */
final class LocalReferences {

  private static final List<String> IN_PLACE = List.of("allOf", "anyOf", "oneOf", "not");

  private final SchemaFile file;

  /** Schemas that are known to go on to a part of the value, or to end. */
  private final Set<YamlValue> finite = new HashSet<>();

  LocalReferences(SchemaFile file) {
    this.file = file;
  }

  /** The schema itself, or the one at the end of its references. What stands beside is ignored. */
  YamlValue follow(YamlValue schema) {
    Set<YamlValue> passed = new HashSet<>();
    YamlValue at = schema;
    for (YamlValue ref = member(at, "$ref"); ref != null; ref = member(at, "$ref")) {
      if (!passed.add(at)) {
        throw endless(schema);
      }
      at = resolve(ref);
    }
    return at;
  }

  /** Recursion is fine where each round goes deeper into the value; otherwise it has no end. */
  void requireFinite(YamlValue schema) {
    requireFinite(schema, new HashSet<>());
  }

  private void requireFinite(YamlValue schema, Set<YamlValue> open) {
    YamlValue target = follow(schema);
    if (finite.contains(target)) {
      return;
    }
    if (!open.add(target)) {
      throw endless(schema);
    }
    for (String keyword : IN_PLACE) {
      YamlValue nested = member(target, keyword);
      if (nested instanceof YamlList list) {
        list.items().forEach(one -> requireFinite(one, open));
      } else if (nested != null) {
        requireFinite(nested, open);
      }
    }
    finite.add(target);
  }

  private SchemaFileException endless(YamlValue schema) {
    return file.failure(
        schema, "the schema refers to itself for the same value; recur below a property or items");
  }

  private YamlValue resolve(YamlValue ref) {
    String text = file.text(ref, "$ref");
    YamlValue at = text.startsWith("#/") ? file.root() : null;
    if (at != null) {
      for (String step : pointer(ref, text).substring(1).split("/", -1)) {
        at = at == null ? null : step(at, step.replace("~1", "/").replace("~0", "~"));
      }
    }
    if (at == null) {
      throw unresolved(ref, text);
    }
    return at;
  }

  private String pointer(YamlValue ref, String text) {
    try {
      return URI.create(text).getFragment();
    } catch (IllegalArgumentException notEscaped) {
      throw unresolved(ref, text);
    }
  }

  private SchemaFileException unresolved(YamlValue ref, String text) {
    return file.failure(
        ref, "$ref \"" + text + "\" leads nowhere; refer to something in this file as #/…");
  }

  private static YamlValue step(YamlValue at, String name) {
    if (at instanceof YamlList list && name.matches("\\d{1,9}")) {
      int index = Integer.parseInt(name);
      return index < list.items().size() ? list.items().get(index) : null;
    }
    return member(at, name);
  }

  private static YamlValue member(YamlValue value, String name) {
    return value instanceof YamlGroup group && group.members().containsKey(name)
        ? group.members().get(name).value()
        : null;
  }
}
