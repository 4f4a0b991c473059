package io.hyperfleet.schema;

import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.SpecSchema;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas that a provider declares in an OpenAPI 3 file, read once. */
public final class OpenApiSpecSchemas implements SpecSchemas {

  private static final System.Logger LOG = System.getLogger(OpenApiSpecSchemas.class.getName());

  private final Map<String, Check> schemas;

  private OpenApiSpecSchemas(Map<String, Check> schemas) {
    this.schemas = Map.copyOf(schemas);
  }

  /**
   * Reads a file, YAML or JSON.
   *
   * @param kinds those whose schemas the file must have, if they require one
   * @throws SchemaFileException if it is no OpenAPI 3 document, if one of its schemas has a fault,
   *     or if it lacks the schema of a kind
   */
  public static OpenApiSpecSchemas load(Path file, Collection<KindDescriptor> kinds) {
    OpenApiDocument document = OpenApiDocument.read(file);
    for (KindDescriptor kind : kinds) {
      kind.specSchema().ifPresent(schema -> expect(schema, kind, document));
    }
    return new OpenApiSpecSchemas(document.schemas());
  }

  private static void expect(SpecSchema schema, KindDescriptor kind, OpenApiDocument document) {
    if (schema.required()) {
      document.requireSchema(schema.name(), kind.name());
    } else if (!document.schemas().containsKey(schema.name())) {
      LOG.log(
          Level.WARNING,
          "Specs are not checked, their schema is missing kind={0} schema={1}",
          kind.name(),
          schema.name());
    }
  }

  @Override
  public void check(KindDescriptor kind, Document spec) {
    kind.specSchema().ifPresent(schema -> check(schema.name(), spec));
  }

  private void check(String name, Document spec) {
    Check schema = schemas.get(name);
    if (schema == null) {
      return;
    }
    Optional<Violation> problem = problem(schema, JsonReader.tree(spec));
    if (problem.isPresent()) {
      throw FleetException.invalid("Invalid " + name, List.of(problem.get()));
    }
  }

  private static Optional<Violation> problem(Check schema, JsonValue spec) {
    try {
      return schema.problem(spec, Place.SPEC);
    } catch (StackOverflowError tooDeep) {
      // The client chose the depth, the provider what each level costs; neither is our failure.
      return Place.SPEC.violates("value is nested too deeply for its schema");
    }
  }
}
