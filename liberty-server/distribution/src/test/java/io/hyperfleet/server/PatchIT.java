package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing what exists, from outside. */
@ResourceLock(SharedServer.TURN)
class PatchIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final int WRITERS = 32;

  @Test
  void eachPartReplacesTheStoredOneAndTheAnswerIsWhatIsReadLater() {
    JsonNode before = cluster("{\"a\":1,\"b\":{\"x\":1}}", "{\"k\":\"v\"}");

    JsonNode patched = patched(before, "{\"spec\":{\"b\":{\"y\":0.1}}}");

    assertThat(patched.at("/spec").toString()).isEqualTo("{\"b\":{\"y\":0.1}}");
    assertThat(patched.at("/labels").toString()).isEqualTo("{\"k\":\"v\"}");
    assertThat(patched.at("/generation").asInt()).isEqualTo(2);
    assertThat(patched.at("/created_time")).isEqualTo(before.at("/created_time"));
    assertThat(patched.at("/updated_time").asText())
        .isGreaterThan(before.at("/updated_time").asText());
    assertThat(read(before)).isEqualTo(patched);
    assertThat(patched(before, "{\"labels\":{}}").has("labels")).isFalse();
    assertThat(read(before).at("/generation").asInt()).isEqualTo(3);
  }

  @Test
  void theConditionsFollowTheGeneration() {
    JsonNode before = cluster("{}", "{}");

    JsonNode patched = patched(before, "{\"spec\":{\"a\":1}}");

    JsonNode reconciled = patched.at("/status/conditions/0");
    assertThat(reconciled.at("/type").asText()).isEqualTo("Reconciled");
    assertThat(reconciled.at("/observed_generation").asInt()).isEqualTo(2);
    assertThat(reconciled.at("/last_updated_time")).isEqualTo(patched.at("/updated_time"));
    assertThat(reconciled.at("/last_transition_time")).isEqualTo(before.at("/created_time"));
    assertThat(patched.at("/status/conditions/1")).isEqualTo(before.at("/status/conditions/1"));
  }

  @Test
  void whatIsSoAlreadyIsAnsweredAsItIs() {
    JsonNode before = cluster("{\"n\":1,\"s\":\"x\"}", "{\"k\":\"v\"}");

    assertThat(patched(before, "{\"spec\":{\"s\":\"\\u0078\",\"n\":1.0}}")).isEqualTo(before);
    assertThat(patched(before, "{\"labels\":{\"k\":\"v\"}}")).isEqualTo(before);
    assertThat(patched(before, "{\"references\":{}}").at("/generation").asInt()).isEqualTo(2);
  }

  @Test
  void theEighteenthDigitIsAChange() {
    JsonNode before = cluster("{\"n\":123456789012345678}", "{}");

    JsonNode patched = patched(before, "{\"spec\":{\"n\":123456789012345679}}");

    assertThat(patched.at("/generation").asInt()).isEqualTo(2);
    assertThat(read(before).at("/spec/n").bigIntegerValue()).isEqualTo("123456789012345679");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                     | 400 | HYPERFLEET-VAL-005 | at least one field must be provided for update
          {"spec":null}          | 400 | HYPERFLEET-VAL-000 | spec field must be an object
          {"labels":{"a":1}}     | 400 | HYPERFLEET-VAL-000 | field 'labels' must be a string
          {"labels":{"a b":"x"}} | 400 | HYPERFLEET-VAL-000 | label validation failed
          {"references":{"r":[]}} | 400 | HYPERFLEET-VAL-000 | unknown reference type "r" for Cluster
          {"spec":{},"name":"x"} | 400 | HYPERFLEET-VAL-006 | Invalid request format: json: unknown field "name"
          {"spec":{},"spec":{}}  | 400 | HYPERFLEET-VAL-006 | Request body has the member "spec" twice in one object
          {"spec":{              | 400 | HYPERFLEET-VAL-006 | Invalid JSON in request body
          """)
  void whatIsRefusedLeavesTheResourceAlone(String body, int status, String code, String detail) {
    JsonNode before = cluster("{\"a\":1}", "{\"k\":\"v\"}");

    Answer answer = patch(before.at("/href").asText(), body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/code").asText()).isEqualTo(code);
    assertThat(answer.json().at("/detail").asText()).isEqualTo(detail);
    assertThat(read(before)).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsToldAsItsRouteNamesIt() {
    for (List<String> route :
        List.of(
            List.of("/clusters/", "Cluster"),
            List.of("/nodepools/", "NodePool"),
            List.of("/resources/", "Resource"))) {
      Answer answer = patch("/api/hyperfleet/v1" + route.get(0) + NOBODY, "{\"spec\":{}}");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().at("/detail").asText())
          .isEqualTo(route.get(1) + " with id='" + NOBODY + "' not found");
    }
  }

  @Test
  void ofPatchesAtTheSameTimeNoneIsLost() throws InterruptedException, ExecutionException {
    JsonNode before = cluster("{}", "{}");
    String path = before.at("/href").asText();
    List<Callable<Integer>> writers =
        IntStream.range(0, WRITERS)
            .<Callable<Integer>>mapToObj(
                i -> () -> generation(patch(path, "{\"spec\":{\"writer\":" + i + "}}")))
            .toList();

    List<Integer> generations = Together.all(writers);

    assertThat(generations)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(2, WRITERS + 1).boxed().toList());
    assertThat(read(before).at("/generation").asInt()).isEqualTo(WRITERS + 1);
  }

  private static int generation(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/generation").asInt();
  }

  private static JsonNode cluster(String spec, String labels) {
    Answer created =
        Http.post(
            SHARED.server().api(Clusters.PATH),
            "{\"kind\":\"Cluster\",\"name\":\"%s\",\"spec\":%s,\"labels\":%s}"
                .formatted(Names.next(), spec, labels));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json();
  }

  private static JsonNode patched(JsonNode resource, String body) {
    Answer answer = patch(resource.at("/href").asText(), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Answer patch(String path, String body) {
    return Http.patch(SHARED.server().api(path), body);
  }

  private static JsonNode read(JsonNode resource) {
    return Http.get(SHARED.server().api(resource.at("/href").asText())).json();
  }
}
