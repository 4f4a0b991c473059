package io.hyperfleet.rest.openapi;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Hrefs;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The routes of the kinds that are served, as OpenAPI 3.0. What is alike for all of them is in
 * files beside this class.
 */
final class PublishedDocument {

  private static final String EVERYTHING = "Resource";
  private static final String ABOVE = "{\"$ref\": \"#/components/parameters/parent_id\"}";

  private final KindCatalogue kinds;
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final List<String> schemas = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  private PublishedDocument(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  static String of(KindCatalogue kinds, String version) {
    return new PublishedDocument(kinds).json(version);
  }

  private String json(String version) {
    tag("About");
    kinds.all().forEach(this::addKind);
    addEverything();
    Map<String, String> values =
        Map.of(
            "version",
            inQuotes(version),
            "tags",
            String.join(", ", tags),
            "paths",
            paths.entrySet().stream()
                .map(path -> quoted(path.getKey()) + ": " + path.getValue())
                .collect(Collectors.joining(",\n")),
            "schemas",
            String.join(",\n", schemas));
    return JsonReader.tree(new Document(Template.of("document.json").with(values))).toString();
  }

  private void addKind(KindDescriptor kind) {
    tag(kind.name());
    addSchemas(kind);
    Map<String, String> values = values(kind.name());
    values.put("filters", "");
    kinds
        .parentOf(kind)
        .ifPresentOrElse(
            parent -> addChild(kind, parent, values),
            () -> addRoutes("/" + kind.plural(), root(kind, values)));
  }

  private Map<String, String> root(KindDescriptor kind, Map<String, String> values) {
    String name = key(kind.name());
    values.put("list", "get" + name + "s");
    values.put("create", "post" + name);
    return values;
  }

  /** All of them, and those of one owner, where new ones are created. */
  private void addChild(KindDescriptor kind, KindDescriptor parent, Map<String, String> values) {
    String name = key(kind.name());
    Map<String, String> below = new HashMap<>(values);
    below.put("above", ABOVE + ", ");
    below.put("aboveOnly", ABOVE);
    below.put("list", "get" + name + "sBy" + key(parent.name()) + "Id");
    below.put("create", "create" + name);
    addRoutes("/" + parent.plural() + "/{parent_id}/" + kind.plural(), below);
    values.put("list", "get" + name + "s");
    values.put("create", "post" + name + "WithoutParent");
    values.put("one", name + "WithoutParent");
    values.put("force", "forceDelete" + name + "WithoutParent");
    values.put("creating", inQuotes("Refused: a " + kind.name() + " is created below its owner"));
    values.put("created", "");
    addRoutes("/" + kind.plural(), values);
  }

  private void addEverything() {
    tag(EVERYTHING);
    Map<String, String> values = values(EVERYTHING);
    values.put("filters", "{\"$ref\": \"#/components/parameters/kind\"}, ");
    values.put("list", "getResources");
    values.put("create", "postResource");
    values.put("creating", "Create a resource of any kind that has no owner");
    schemas.add(
        Template.of("schemas.json")
            .with(
                Map.of(
                    "schema",
                    EVERYTHING,
                    "ownerRequired",
                    "",
                    "kindRule",
                    "",
                    "nameRule",
                    "",
                    "specRule",
                    quoted("As the kind has it"),
                    "kindExample",
                    quoted(kinds.all().isEmpty() ? "Kind" : kinds.all().get(0).name()))));
    addRoutes("/resources", values);
  }

  private void addRoutes(String collection, Map<String, String> values) {
    String path = Hrefs.BASE + collection;
    paths.put(path, Template.of("collection.json").with(values));
    paths.put(path + "/{id}", Template.of("member.json").with(values));
    paths.put(path + "/{id}/statuses", Template.of("statuses.json").with(values));
    paths.put(path + "/{id}/force-delete", Template.of("force-delete.json").with(values));
  }

  private void addSchemas(KindDescriptor kind) {
    int min = kind.nameLength().min();
    String specRule =
        kind.specSchema()
            .map(
                schema -> "Matches the schema " + schema.name() + " of the provider, if it has one")
            .orElse("Free JSON");
    schemas.add(
        Template.of("schemas.json")
            .with(
                Map.of(
                    "schema",
                    key(kind.name()),
                    "ownerRequired",
                    kind.parent().isPresent() ? "\"owner_references\", " : "",
                    "kindRule",
                    ", \"enum\": [" + quoted(kind.name()) + "]",
                    "nameRule",
                    "\"minLength\": %d, \"maxLength\": %d, "
                        .formatted(min, kind.nameLength().limit()),
                    "specRule",
                    quoted(specRule),
                    "kindExample",
                    quoted(kind.name()))));
  }

  private static Map<String, String> values(String kind) {
    String name = key(kind);
    Map<String, String> values = new HashMap<>();
    values.put("tag", inQuotes(kind));
    values.put("schema", name);
    values.put("above", "");
    values.put("aboveOnly", "");
    values.put("many", inQuotes("resources of kind " + kind));
    values.put("thing", inQuotes("a " + kind));
    values.put("one", name + "ById");
    values.put("force", "forceDelete" + name);
    values.put("creating", inQuotes("Create a " + kind));
    values.put("created", Template.of("created.json").with(Map.of("schema", name)));
    return values;
  }

  private void tag(String name) {
    tags.add("{\"name\": " + quoted(name) + "}");
  }

  /** What may stand in names of the document; kinds may be called otherwise. */
  private static String key(String kind) {
    return kind.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String quoted(String text) {
    return new JsonString(text).toString();
  }

  private static String inQuotes(String text) {
    String quoted = quoted(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
