package io.hyperfleet.schema;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds what {@code $ref} stands for. Only references within the file are followed. */
final class References {

  private static final List<String> IN_PLACE = List.of("allOf", "anyOf", "oneOf", "not");

  private final SchemaFile file;

  /** Schemas that are known to go on to a part of the value, or to end. */
  private final Set<Node> finite = new HashSet<>();

  References(SchemaFile file) {
    this.file = file;
  }

  /** The schema itself, or the one at the end of its references. What stands beside is ignored. */
  Node follow(Node schema) {
    Set<Node> passed = new HashSet<>();
    Node at = schema;
    for (Node ref = member(at, "$ref"); ref != null; ref = member(at, "$ref")) {
      if (!passed.add(at)) {
        throw endless(schema);
      }
      at = resolve(ref);
    }
    return at;
  }

  /** Recursion is fine where each round goes deeper into the value; otherwise it has no end. */
  void requireFinite(Node schema) {
    requireFinite(schema, new HashSet<>());
  }

  private void requireFinite(Node schema, Set<Node> open) {
    Node target = follow(schema);
    if (finite.contains(target)) {
      return;
    }
    if (!open.add(target)) {
      throw endless(schema);
    }
    for (String keyword : IN_PLACE) {
      Node nested = member(target, keyword);
      if (nested instanceof SequenceNode list) {
        list.getValue().forEach(one -> requireFinite(one, open));
      } else if (nested != null) {
        requireFinite(nested, open);
      }
    }
    finite.add(target);
  }

  private SchemaFileException endless(Node schema) {
    return file.failure(
        schema, "the schema refers to itself for the same value; recur below a property or items");
  }

  private Node resolve(Node ref) {
    String text = file.text(ref, "$ref");
    Node at = text.startsWith("#/") ? file.root() : null;
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

  private String pointer(Node ref, String text) {
    try {
      return URI.create(text).getFragment();
    } catch (IllegalArgumentException notEscaped) {
      throw unresolved(ref, text);
    }
  }

  private SchemaFileException unresolved(Node ref, String text) {
    return file.failure(
        ref, "$ref \"" + text + "\" leads nowhere; refer to something in this file as #/…");
  }

  private static Node step(Node at, String name) {
    if (at instanceof SequenceNode list && name.matches("\\d{1,9}")) {
      int index = Integer.parseInt(name);
      return index < list.getValue().size() ? list.getValue().get(index) : null;
    }
    return member(at, name);
  }

  private static Node member(Node node, String name) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple member : mapping.getValue()) {
        if (member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return member.getValueNode();
        }
      }
    }
    return null;
  }
}
