package io.hyperfleet.schema;

import io.hyperfleet.json.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an OpenAPI 3 document has to have, and the schemas among its components. */
final class OpenApiDocument {

  private final SchemaFile file;
  private final Map<String, YamlValue> members;
  private final Map<String, Check> schemas = new LinkedHashMap<>();

  private OpenApiDocument(SchemaFile file) {
    this.file = file;
    this.members = file.members(file.root(), "an OpenAPI document");
  }

  static OpenApiDocument read(Path path) {
    OpenApiDocument document = new OpenApiDocument(SchemaFile.read(path));
    document.requireOpenApi();
    document.compileSchemas();
    return document;
  }

  Map<String, Check> schemas() {
    return schemas;
  }

  void requireSchema(String name, String kind) {
    if (!schemas.containsKey(name)) {
      throw file.failure(
          "entity kind \"%s\" declares SpecSchemaName \"%s\" but it does not resolve to an existing"
                  .formatted(kind, name)
              + " component in the OpenAPI spec");
    }
  }

  private void requireOpenApi() {
    YamlValue version = member(members, "openapi", "not an OpenAPI document");
    if (!file.text(version, "openapi").matches("3\\.\\d+(\\.\\d+)?(-.*)?")) {
      throw file.failure(version, "not OpenAPI 3; write a document of version 3.x");
    }
    Map<String, YamlValue> info = file.members(member(members, "info", "not complete"), "info");
    file.text(member(info, "title", "info is not complete"), "info.title");
    file.text(member(info, "version", "info is not complete"), "info.version");
    file.members(member(members, "paths", "not complete"), "paths");
  }

  private YamlValue member(Map<String, YamlValue> object, String name, String problem) {
    if (!object.containsKey(name)) {
      throw file.failure(problem + ": \"" + name + "\" is missing; add it");
    }
    return object.get(name);
  }

  private void compileSchemas() {
    SchemaCompiler compiler = new SchemaCompiler(file);
    members(members(members, "components"), "schemas")
        .forEach((name, schema) -> schemas.put(name, compiler.compile(schema)));
  }

  private Map<String, YamlValue> members(Map<String, YamlValue> object, String name) {
    YamlValue member = object.get(name);
    return member == null ? Map.of() : file.members(member, name);
  }
}
