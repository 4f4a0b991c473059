package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.NameLength;
import io.hyperfleet.domain.kind.SpecSchema;
import io.hyperfleet.schema.OpenApiSpecSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server publishes of itself, held against what it does: members that are not in the
 * document are differences, as are requests that succeed although the document has them otherwise.
 */
public final class Published {

  private static final Pattern SELECTING = Pattern.compile("(^|&)fields=[^&]*\\w");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Comparator<String> MOST_EXACT_FIRST =
      Comparator.comparing((String path) -> path.split("\\{", -1).length)
          .thenComparing(Comparator.naturalOrder());

  private final JsonNode document;
  private final Map<String, Pattern> paths = new TreeMap<>(MOST_EXACT_FIRST);
  private final OpenApiSpecSchemas schemas;

  private Published(JsonNode document) throws IOException {
    this.document = document;
    document
        .at("/paths")
        .fieldNames()
        .forEachRemaining(
            path ->
                paths.put(
                    path,
                    Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"))));
    strict(document.at("/components/schemas"));
    List<KindDescriptor> all = names(document).stream().map(Published::kind).toList();
    Path file = Files.createTempFile("published", ".json");
    try {
      Files.writeString(file, JSON.writeValueAsString(document));
      this.schemas = OpenApiSpecSchemas.load(file, all);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Asks a server for its document, which has to be one.
   *
   * @param base where it listens, without a path
   */
  public static Published by(String base) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/hyperfleet/v1/openapi")).build();
    try {
      String text = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return new Published(JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As it is on the wire. */
  public JsonNode document() {
    return document;
  }

  /** An exchange with the server. */
  public record Exchange(
      String method,
      String path,
      Optional<String> query,
      Optional<String> body,
      int status,
      String type,
      String answer) {

    /** Whether an answer has selected members of resources only. */
    private boolean selects() {
      return status == 200
          && method.equals("GET")
          && query.filter(SELECTING.asPredicate()).isPresent()
          && !path.endsWith("/statuses");
    }
  }

  /** What of it is not as the document has it; empty if all is. */
  public Optional<String> difference(Exchange exchange) {
    Optional<String> path =
        paths.entrySet().stream()
            .filter(known -> known.getValue().matcher(plain(exchange.path)).matches())
            .map(Map.Entry::getKey)
            .findFirst();
    if (path.isEmpty()) {
      return exchange.status < 400
          ? Optional.of("a path that is not published: " + exchange.path)
          : Optional.empty();
    }
    boolean head = exchange.method.equals("HEAD");
    JsonNode operation =
        document
            .at("/paths")
            .get(path.get())
            .path(head ? "get" : exchange.method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return exchange.status == 405 || exchange.status == 400
          ? Optional.empty()
          : Optional.of("a method that is not published: " + exchange.method + " " + path.get());
    }
    return head
        ? Optional.empty()
        : answer(exchange, operation).or(() -> request(exchange, operation));
  }

  private Optional<String> answer(Exchange exchange, JsonNode operation) {
    if (exchange.status == 400 && exchange.answer.isEmpty()) {
      // Refused before anybody looked for a route.
      return Optional.empty();
    }
    JsonNode responses = operation.get("responses");
    String status = String.valueOf(exchange.status);
    if (exchange.status < 400 && !responses.has(status)) {
      return Optional.of("a status that is not published: " + status);
    }
    JsonNode response =
        resolved(responses.has(status) ? responses.get(status) : responses.get("default"));
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return exchange.answer.isEmpty() ? Optional.empty() : Optional.of("a body nobody announced");
    }
    JsonNode media = content.path(exchange.type);
    return media.isMissingNode()
        ? Optional.of("a media type that is not published: " + exchange.type)
        : difference(schema(exchange, media.get("schema")), exchange.answer);
  }

  /** Another one where only some members are wanted, as the parameter says. */
  private JsonNode schema(Exchange exchange, JsonNode usual) {
    if (!exchange.selects()) {
      return usual;
    }
    String list = usual.get("$ref").asText().endsWith("List") ? "List" : "";
    return JSON.createObjectNode().put("$ref", "#/components/schemas/SelectedResource" + list);
  }

  /** What succeeds has to be published as right. */
  private Optional<String> request(Exchange exchange, JsonNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    return exchange.status < 300 && !schema.isMissingNode()
        ? exchange.body.flatMap(body -> difference(schema, body))
        : Optional.empty();
  }

  private Optional<String> difference(JsonNode schema, String json) {
    if (!schema.has("$ref")) {
      return Optional.empty();
    }
    String reference = schema.get("$ref").asText();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    try {
      schemas.check(kind(name), new Document(json));
      return Optional.empty();
    } catch (FleetException refusal) {
      return Optional.of(name + ": " + refusal.violations() + " in " + json);
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static List<String> names(JsonNode document) {
    Iterator<String> names = document.at("/components/schemas").fieldNames();
    return Stream.iterate(names, Iterator::hasNext, UnaryOperator.identity())
        .map(Iterator::next)
        .toList();
  }

  /** A kind whose specs would have to be what the schema of that name says. */
  private static KindDescriptor kind(String schema) {
    return new KindDescriptor(
        new Kind(schema),
        "x",
        Optional.empty(),
        new NameLength(0, 0),
        Optional.of(new SpecSchema(schema, true)),
        List.of(),
        List.of(),
        List.of());
  }

  /** Clients have to bear what comes with later versions; a test has not. */
  private static void strict(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.forEach(Published::strict);
  }
}
