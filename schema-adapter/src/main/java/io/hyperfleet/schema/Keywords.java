package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonBoolean;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.yaml.YamlScalar;
import io.hyperfleet.json.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The keywords of one schema, read as what they have to be. */
final class Keywords {

  /** Of JSON Schema 2020-12: who writes them demands something that nobody would check. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "$dynamicRef",
          "const",
          "contains",
          "dependentRequired",
          "dependentSchemas",
          "else",
          "if",
          "maxContains",
          "minContains",
          "patternProperties",
          "prefixItems",
          "propertyNames",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties");

  private final SchemaFile file;
  private final Map<String, YamlValue> members;

  Keywords(SchemaFile file, YamlValue schema) {
    this.file = file;
    this.members = file.members(schema, "a schema");
    members.keySet().stream()
        .filter(UNSUPPORTED::contains)
        .findFirst()
        .ifPresent(
            keyword -> {
              throw failure(
                  keyword, keyword + " is not supported; say it in the keywords of OpenAPI 3.0");
            });
  }

  SchemaFileException failure(String keyword, String problem) {
    return file.failure(members.get(keyword), problem);
  }

  /** The values of a list, as JSON. */
  List<JsonValue> values(String keyword) {
    return list(keyword).stream().map(file::json).toList();
  }

  Optional<YamlValue> node(String keyword) {
    return Optional.ofNullable(members.get(keyword));
  }

  Optional<String> text(String keyword) {
    return node(keyword).map(node -> file.text(node, keyword));
  }

  /** Absent is false. */
  boolean flag(String keyword) {
    if (node(keyword).isEmpty()) {
      return false;
    }
    if (node(keyword).map(file::json).get() instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw failure(keyword, keyword + " must be true or false");
  }

  boolean isBoolean(String keyword) {
    return node(keyword).orElse(null) instanceof YamlScalar single
        && file.json(single) instanceof JsonBoolean;
  }

  Optional<BigDecimal> number(String keyword) {
    return node(keyword).map(node -> number(keyword, node));
  }

  /** Calls back if the keyword is there; it is a count, so an integer from 0 on. */
  void count(String keyword, Consumer<Integer> then) {
    node(keyword)
        .ifPresent(
            node -> {
              BigDecimal count = number(keyword, node);
              if (count.signum() < 0 || count.stripTrailingZeros().scale() > 0) {
                throw file.failure(node, keyword + " must be a whole number, 0 or more");
              }
              then.accept(count.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
            });
  }

  List<YamlValue> list(String keyword) {
    return node(keyword).map(node -> file.items(node, keyword)).orElse(List.of());
  }

  List<String> texts(String keyword) {
    return list(keyword).stream().map(node -> file.text(node, keyword)).toList();
  }

  /** A text alone is a list of one. */
  List<String> textOrTexts(String keyword) {
    return node(keyword).orElse(null) instanceof YamlScalar single
        ? List.of(file.text(single, keyword))
        : texts(keyword);
  }

  Map<String, YamlValue> map(String keyword) {
    return node(keyword).map(node -> file.members(node, keyword)).orElse(Map.of());
  }

  private BigDecimal number(String keyword, YamlValue node) {
    if (file.json(node) instanceof JsonNumber number) {
      return number.value();
    }
    throw file.failure(node, keyword + " must be a number");
  }
}
