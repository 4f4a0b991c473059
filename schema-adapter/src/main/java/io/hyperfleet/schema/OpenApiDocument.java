package io.hyperfleet.schema;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** What an OpenAPI 3 document has to have, and the schemas among its components. */
final class OpenApiDocument {

  private final SchemaFile file;
  private final Map<String, Node> members;
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
          "no components.schemas.%s, which kind %s needs; declare that schema"
              .formatted(name, kind));
    }
  }

  private void requireOpenApi() {
    Node version = member(members, "openapi", "not an OpenAPI document");
    if (!file.text(version, "openapi").matches("3\\.\\d+(\\.\\d+)?(-.*)?")) {
      throw file.failure(version, "not OpenAPI 3; write a document of version 3.x");
    }
    Map<String, Node> info = file.members(member(members, "info", "not complete"), "info");
    file.text(member(info, "title", "info is not complete"), "info.title");
    file.text(member(info, "version", "info is not complete"), "info.version");
    file.members(member(members, "paths", "not complete"), "paths");
  }

  private Node member(Map<String, Node> object, String name, String problem) {
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

  private Map<String, Node> members(Map<String, Node> object, String name) {
    Node member = object.get(name);
    return member == null ? Map.of() : file.members(member, name);
  }
}
