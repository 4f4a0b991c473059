package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One question and the answer that was recorded.
 *
 * @param json as it stands in the file of its scenario
 */
record Step(JsonNode json) {

  String label() {
    return json.get("id").textValue()
        + "  "
        + json.get("method").textValue()
        + " "
        + json.get("path").textValue();
  }

  HttpRequest request(String base, Variables variables) {
    Optional<BodyPublisher> body = body(variables);
    Map<String, String> headers = new HashMap<>();
    body.ifPresent(it -> headers.put("Content-Type", "application/json"));
    json.path("headers")
        .properties()
        .forEach(
            header -> {
              headers.remove(header.getKey());
              if (!header.getValue().isNull()) {
                headers.put(header.getKey(), variables.fillText(header.getValue().asText()));
              }
            });
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target(variables)))
            .method(json.get("method").textValue(), body.orElseGet(BodyPublishers::noBody));
    headers.forEach(request::header);
    return request.build();
  }

  private String target(Variables variables) {
    String path = variables.fillText(json.get("path").textValue());
    List<String> pairs = new ArrayList<>();
    JsonNode query = json.path("query");
    query
        .properties()
        .forEach(it -> pairs.add(pair(it.getKey(), it.getValue().asText(), variables)));
    if (query.isArray()) {
      query.forEach(it -> pairs.add(pair(it.get(0).asText(), it.get(1).asText(), variables)));
    }
    return pairs.isEmpty()
        ? path
        : path + (path.contains("?") ? "&" : "?") + String.join("&", pairs);
  }

  private static String pair(String name, String value, Variables variables) {
    return encoded(name) + "=" + encoded(variables.fillText(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Optional<BodyPublisher> body(Variables variables) {
    if (json.has("raw64")) {
      return Optional.of(
          BodyPublishers.ofByteArray(Base64.getDecoder().decode(json.get("raw64").textValue())));
    }
    if (json.has("raw")) {
      return Optional.of(BodyPublishers.ofString(variables.fillText(json.get("raw").textValue())));
    }
    return json.has("body")
        ? Optional.of(BodyPublishers.ofString(variables.fill(json.get("body")).toString()))
        : Optional.empty();
  }

  /** Remembers of the answer what later steps need, and tells where it differs. */
  List<String> check(HttpResponse<String> answer, Variables variables) {
    JsonNode body = bodyOf(answer);
    save(body, variables);
    JsonNode expected = json.get("expect");
    int status = expected.get("status").intValue();
    if (answer.statusCode() != status) {
      return isAlternative(answer.statusCode())
          ? List.of()
          : List.of("status: expected %d, got %d %s".formatted(status, answer.statusCode(), body));
    }
    List<String> differences = new ArrayList<>();
    expected
        .get("headers")
        .properties()
        .forEach(it -> compareHeader(it.getKey(), it.getValue(), answer, differences));
    if (expected.has("body") && !json.path("volatile").asBoolean()) {
      JsonNode wanted = expected.get("body");
      differences.addAll(new Comparison(variables, wanted, unordered()).of(wanted, body));
    }
    return differences;
  }

  private void save(JsonNode body, Variables variables) {
    json.path("save")
        .properties()
        .forEach(
            it -> {
              JsonNode value = Json.at(body, it.getValue().textValue());
              if (!value.isMissingNode()) {
                variables.save(it.getKey(), value);
              }
            });
  }

  private boolean isAlternative(int status) {
    Set<Integer> statuses = new HashSet<>();
    json.path("alt_status").forEach(it -> statuses.add(it.intValue()));
    return statuses.contains(status);
  }

  private Set<String> unordered() {
    Set<String> paths = new HashSet<>();
    json.path("unordered").forEach(it -> paths.add(it.textValue()));
    return paths;
  }

  private static void compareHeader(
      String name, JsonNode expected, HttpResponse<String> answer, List<String> differences) {
    String actual = header(answer, name).orElse(null);
    String wanted = expected.isNull() ? null : expected.textValue();
    if (wanted == null ? actual != null : !wanted.equals(actual)) {
      differences.add("header %s: expected %s, got %s".formatted(name, wanted, actual));
    }
  }

  private static Optional<String> header(HttpResponse<String> answer, String name) {
    Optional<String> value = answer.headers().firstValue(name);
    return name.equals("Content-Type") ? value.map(it -> it.split(";", 2)[0].strip()) : value;
  }

  /** A text if it is no JSON; no body is JSON null. */
  private static JsonNode bodyOf(HttpResponse<String> answer) {
    if (answer.body().isEmpty()) {
      return NullNode.instance;
    }
    return header(answer, "Content-Type").filter(it -> it.endsWith("json")).isPresent()
        ? Json.read(answer.body())
        : TextNode.valueOf(answer.body());
  }
}
