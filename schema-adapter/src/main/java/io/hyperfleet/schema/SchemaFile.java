package io.hyperfleet.schema;

import io.hyperfleet.schema.JsonValue.JsonArray;
import io.hyperfleet.schema.JsonValue.JsonBoolean;
import io.hyperfleet.schema.JsonValue.JsonNull;
import io.hyperfleet.schema.JsonValue.JsonNumber;
import io.hyperfleet.schema.JsonValue.JsonObject;
import io.hyperfleet.schema.JsonValue.JsonString;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML or JSON file as a tree that knows its lines; complaints name the file and the line. */
final class SchemaFile {

  /** Far beyond any schema, so that the parser's own limit is not what an operator meets. */
  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

  private final Path path;
  private final Node root;

  private SchemaFile(Path path) {
    this.path = path;
    this.root = parse().orElseThrow(() -> failure("the file is empty; write an OpenAPI document"));
  }

  static SchemaFile read(Path path) {
    return new SchemaFile(path);
  }

  Node root() {
    return root;
  }

  private Optional<Node> parse() {
    LoadSettings yaml =
        LoadSettings.builder()
            .setLabel(path.toString())
            .setSchema(new CoreSchema())
            .setCodePointLimit(MAX_CODE_POINTS)
            .build();
    try {
      return new Compose(yaml).composeString(Files.readString(path));
    } catch (MarkedYamlEngineException e) {
      throw failure(e.getProblemMark(), e.getProblem() + "; correct the syntax");
    } catch (YamlEngineException e) {
      throw failure(firstLine(e.getMessage()) + "; correct the syntax");
    } catch (NoSuchFileException e) {
      throw failure("no such file; name the provider's OpenAPI file, or none to accept any spec");
    } catch (CharacterCodingException e) {
      throw failure("the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw failure("the file cannot be read (" + e + "); check its path and permissions");
    }
  }

  SchemaFileException failure(String problem) {
    return new SchemaFileException(path + ": " + problem);
  }

  SchemaFileException failure(Node node, String problem) {
    return failure(node.getStartMark(), problem);
  }

  private SchemaFileException failure(Optional<Mark> mark, String problem) {
    return mark.map(at -> new SchemaFileException(path + ":" + (at.getLine() + 1) + ": " + problem))
        .orElseGet(() -> failure(problem));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("unreadable");
  }

  /** The members of an object, in the order of the file. */
  Map<String, Node> members(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw failure(node, what + " must be an object");
    }
    Map<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      String name = text(member.getKeyNode(), "a key");
      if (members.put(name, member.getValueNode()) != null) {
        throw failure(member.getKeyNode(), "\"" + name + "\" is there twice; remove one");
      }
    }
    return members;
  }

  List<Node> items(Node node, String what) {
    if (!(node instanceof SequenceNode sequence)) {
      throw failure(node, what + " must be a list");
    }
    return sequence.getValue();
  }

  /** A single value as it is written: a version like 3.1 needs no quotes. */
  String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw failure(node, what + " must be a text");
  }

  JsonValue value(Node node) {
    if (node.isRecursive()) {
      throw failure(node, "the value contains itself; write it without an alias");
    }
    if (node instanceof MappingNode) {
      SortedMap<String, JsonValue> members = new TreeMap<>();
      members(node, "the value").forEach((name, member) -> members.put(name, value(member)));
      return new JsonObject(members);
    }
    if (node instanceof SequenceNode sequence) {
      List<JsonValue> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(value(item)));
      return new JsonArray(items);
    }
    return scalar((ScalarNode) node);
  }

  private JsonValue scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JsonNull.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return new JsonBoolean(Boolean.parseBoolean(scalar.getValue()));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(scalar);
    }
    return new JsonString(scalar.getValue());
  }

  private JsonNumber number(ScalarNode scalar) {
    try {
      return new JsonNumber(new BigDecimal(scalar.getValue()));
    } catch (NumberFormatException notJson) {
      throw failure(scalar, scalar.getValue() + " is not a number in JSON; write it in decimals");
    }
  }
}
