package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns schemas into checks, each one once: values of the file are equal only to themselves. What
 * no standard knows demands nothing.
 */
final class SchemaCompiler {

  private final SchemaFile file;
  private final LocalReferences references;
  private final Map<YamlValue, Schema> compiled = new HashMap<>();
  private final Set<YamlValue> started = new HashSet<>();

  SchemaCompiler(SchemaFile file) {
    this.file = file;
    this.references = new LocalReferences(file);
  }

  Check compile(YamlValue schema) {
    references.requireFinite(schema);
    YamlValue target = references.follow(schema);
    if (started.add(target)) {
      compiled.put(target, schema(new Keywords(file, target)));
    }
    Schema ready = compiled.get(target);
    // A schema that contains itself is ready by the time that a value comes.
    return ready != null ? ready : (value, place) -> compiled.get(target).problem(value, place);
  }

  private Schema schema(Keywords keywords) {
    Types types = Types.of(keywords);
    List<Check> selections = Compositions.selections(keywords, this::compile);
    List<Check> compositions = new ArrayList<>(Compositions.negation(keywords, this::compile));
    compositions.addAll(selections);

    List<Check> content = new ArrayList<>(types.checks());
    content.addAll(NumberChecks.of(keywords, types));
    content.addAll(StringChecks.of(keywords));
    content.addAll(ArrayChecks.of(keywords, this::compile));
    content.addAll(ObjectChecks.of(keywords, this::compile));
    return new Schema(
        keywords.flag("nullable") || types.includeNull(),
        !selections.isEmpty(),
        Check.inOrder(compositions),
        enumeration(keywords),
        Check.inOrder(content));
  }

  private static Check enumeration(Keywords keywords) {
    Set<JsonValue> allowed = Set.copyOf(keywords.values("enum"));
    String message =
        keywords.values("enum").stream()
            .map(JsonValue::toString)
            .collect(Collectors.joining(",", "value is not one of the allowed values [", "]"));
    return Check.on(
        JsonValue.class, value -> allowed.isEmpty() || allowed.contains(value), message);
  }
}
