package io.hyperfleet.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets, byte for byte, and that it leaves nothing behind. */
@ResourceLock(SharedServer.TURN)
class ProblemsIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";

  @Test
  void aProblemHasAllItsMembers() {
    Answer answer = Http.get(api(CLUSTERS + "/nothing"));

    JsonNode problem = answer.json();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Vary")).isEqualTo("Authorization");
    assertThat(problem.at("/type").asText())
        .isEqualTo("https://api.hyperfleet.io/errors/not-found");
    assertThat(problem.at("/title").asText()).isEqualTo("Resource Not Found");
    assertThat(problem.at("/status").asInt()).isEqualTo(404);
    assertThat(problem.at("/detail").asText()).isEqualTo("Cluster with id='nothing' not found");
    assertThat(problem.at("/instance").asText()).isEqualTo(CLUSTERS + "/nothing");
    assertThat(problem.at("/code").asText()).isEqualTo("HYPERFLEET-NTF-001");
    assertThat(problem.at("/timestamp").asText()).endsWith("Z");
    assertThat(problem.at("/trace_id").asText()).isEqualTo(answer.header("X-Request-ID"));
    assertThat(problem.has("errors")).isFalse();
  }

  @Test
  void theRequestIdIsMadeHere() {
    Answer answer =
        Http.send(
            HttpRequest.newBuilder(URI.create(api("/api/hyperfleet")))
                .header("X-Request-ID", "mine")
                .GET());

    assertThat(UUID.fromString(answer.header("X-Request-ID")).version()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/api",
        "/api/hyperfleet/v1",
        "/api/hyperfleet/v1/clusterss",
        "/api/hyperfleet/v1/clusters//",
        "/api/hyperfleet/v1/clusters/a/b",
        "/health",
        "/metrics"
      })
  void anUnknownRouteIsAProblemWithARequestId(String path) {
    Answer answer = Http.get(api(path));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-NTF-000");
    assertThat(answer.json().at("/title").asText()).isEqualTo("Endpoint Not Found");
    assertThat(answer.header("X-Request-ID")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/hyperfleet/v1/clusters, 'GET, HEAD, POST'",
    "PUT, /api/hyperfleet/v1/clusters, 'GET, HEAD, POST'",
    "OPTIONS, /api/hyperfleet/v1/clusters, 'GET, HEAD, POST'",
    "POST, /api/hyperfleet/v1/clusters/x, 'DELETE, GET, HEAD, PATCH'",
    "PUT, /api/hyperfleet/v1/resources, 'GET, HEAD, POST'",
    "POST, /api/hyperfleet/v1/resources/x, 'DELETE, GET, HEAD, PATCH'",
    "PATCH, /api/hyperfleet/v1/clusters, 'GET, HEAD, POST'",
    "PATCH, /api/hyperfleet/v1/clusters/x/nodepools, 'GET, HEAD, POST'",
    "OPTIONS, /api/hyperfleet/v1/clusters/x/nodepools/y, 'DELETE, GET, HEAD, PATCH'",
    "POST, /api/hyperfleet, 'GET, HEAD'",
    "OPTIONS, /api/hyperfleet, 'GET, HEAD'"
  })
  void aMethodThatAPathDoesNotTakeIsNamedWithThoseItTakes(
      String method, String path, String allowed) {
    Answer answer = Http.method(method, api(path));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(answer.header("Content-Type"))
        .isEqualToIgnoringWhitespace("text/plain; charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.body()).isEqualTo("Method Not Allowed\n");
    assertThat(answer.header("X-Request-ID")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "[]",
        "1",
        "\"x\"",
        "{} {}",
        "{\"kind\":}",
        "nothing",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{'a':1}",
        "\uFEFF{}"
      })
  void aBodyThatIsNoObjectIsMalformed(String body) {
    Answer answer = Http.post(api(CLUSTERS), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("HYPERFLEET-VAL-006");
    assertThat(detail(answer)).isEqualTo("Invalid JSON in request body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | kind is required",
        "{} | kind is required",
        "{\"kind\":1} | field 'kind' must be a string",
        "{\"kind\":\"\"} | kind is required",
        "{\"kind\":\"cluster\"} | kind must be 'Cluster'",
        "{\"kind\":\"Cluster\"} | name is required",
        "{\"kind\":\"Cluster\",\"name\":[]} | field 'name' must be a string",
        "{\"kind\":\"Cluster\",\"name\":\"ab\"} | name must be at least 3 characters",
        "{\"kind\":\"Cluster\",\"name\":\"abc\"} | spec is required",
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":null} | spec field must be an object",
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":[]} | spec field must be an object",
        "{\"kind\":1,\"name\":\"abc\",\"spec\":\"x\"} | spec field must be an object",
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":{},\"labels\":[]} | field 'labels' must be an object",
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":{},\"labels\":{\"a\":1}} | field 'labels' must be a string",
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":{},\"references\":{\"r\":[]}} | unknown reference type \"r\" for Cluster"
      })
  void theFirstBrokenRuleIsNamed(String body, String detail) {
    Answer answer = Http.post(api(CLUSTERS), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("HYPERFLEET-VAL-000");
    assertThat(detail(answer)).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abc", "-abc", "abc-", "a_b", "a.b", "abc\\n", "a b c"})
  void aNameWithOtherCharactersIsRefused(String name) {
    Answer answer = create(name, "{}", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer))
        .startsWith("name must start and end with lowercase letter or number");
  }

  @Test
  void allOffendingLabelsAreNamedAtOnce() {
    Answer answer = create(Names.next(), "{\"-a\":\"x\",\"b\":\"-\",\"c\":\"\"}", "{}");

    JsonNode errors = answer.json().at("/errors");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).isEqualTo("label validation failed");
    assertThat(errors).hasSize(2);
    assertThat(errors.findValuesAsText("field")).containsExactlyInAnyOrder("labels", "labels[b]");
    assertThat(errors.findValuesAsText("value")).containsExactlyInAnyOrder("-a", "-");
    assertThat(errors.findValuesAsText("constraint")).containsOnly("pattern");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\"}",
        "{\"\\u0000\":1}",
        "{\"a\":[{\"b\":\"x\\u0000y\"}]}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":1e999999}",
        "{\"a\":{\"b\":1,\"b\":2}}"
      })
  void whatCouldNotBeReadBackAsSentIsRefusedAndNotStored(String spec) {
    String name = Names.next();

    Answer refused = create(name, "{}", spec);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo("HYPERFLEET-VAL-006");
    assertThat(create(name, "{}", "{}").status()).isEqualTo(201);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    byte[] body =
        "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":{\"a\":\"\u00e9\"}}".getBytes(ISO_8859_1);

    Answer answer = Http.post(api(CLUSTERS), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("HYPERFLEET-VAL-006");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithTheLimit() {
    Answer answer = create(Names.next(), "{}", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("HYPERFLEET-VAL-006");
    assertThat(detail(answer)).isEqualTo("Request body exceeds the limit of 1048576 bytes");
  }

  @Test
  void aBodyOfUnknownLengthIsCountedAsItArrives() {
    byte[] body = new byte[2 << 20];

    Answer answer =
        Http.send(
            HttpRequest.newBuilder(URI.create(api(CLUSTERS)))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aBodyJustUnderTheLimitIsStoredWhole() {
    String text = "x".repeat((1 << 20) - 200);

    Answer answer = create(Names.next(), "{}", "{\"a\":\"" + text + "\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(Http.get(api(answer.json().at("/href").asText())).json().at("/spec/a").asText())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page=abc&size=1.5 | page,size | format,format",
        "page=0&size=101 | size,page | max,min",
        "page=100001 | page | max",
        "size=-1 | size | min"
      })
  void listParametersOutOfRangeAreAllNamed(String query, String fields, String constraints) {
    Answer answer = Http.get(api(CLUSTERS + "?" + query));

    JsonNode errors = answer.json().at("/errors");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(detail(answer)).isEqualTo("Invalid query parameters");
    assertThat(String.join(",", errors.findValuesAsText("field"))).isEqualTo(fields);
    assertThat(String.join(",", errors.findValuesAsText("constraint"))).isEqualTo(constraints);
  }

  @Test
  void theMetadataNamesTheBuild() {
    Answer answer = Http.get(api("/api/hyperfleet"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/id").asText()).isEqualTo("hyperfleet");
    assertThat(answer.json().at("/kind").asText()).isEqualTo("API");
    assertThat(answer.json().at("/href").asText()).isEqualTo("/api/hyperfleet");
    assertThat(answer.json().at("/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(answer.json().at("/build_time").asText()).endsWith("Z");
    assertThat(answer.json()).hasSize(5);
  }

  private static Answer create(String name, String labels, String spec) {
    return Http.post(
        api(CLUSTERS),
        "{\"kind\":\"Cluster\",\"name\":\"%s\",\"labels\":%s,\"spec\":%s}"
            .formatted(name, labels, spec));
  }

  private static String api(String path) {
    return SHARED.server().api(path);
  }

  private static String code(Answer answer) {
    return answer.json().at("/code").asText();
  }

  private static String detail(Answer answer) {
    return answer.json().at("/detail").asText();
  }
}
