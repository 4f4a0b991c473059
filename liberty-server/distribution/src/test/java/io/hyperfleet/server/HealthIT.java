package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hyperfleet.server.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes of a service that is well. What they say when it is not: see {@link ServeIT}. */
@ResourceLock(SharedServer.TURN)
class HealthIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/readyz"})
  void theProbesOfTheOriginalAnswerAsItDid(String path) {
    Answer answer = Http.get(SHARED.server().health(path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
  void theProbesOfMicroProfileAreUp(String path) {
    Answer answer = Http.get(SHARED.server().health(path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/status").asText()).isEqualTo("UP");
    assertThat(answer.json().at("/checks")).isNotEmpty();
  }

  @Test
  void anotherPathIsTheProblemOfTheApi() {
    Answer answer = Http.get(SHARED.server().health("/nothing"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(withoutTheRequest(answer))
        .isEqualTo(withoutTheRequest(Http.get(SHARED.server().api("/nothing"))));
  }

  private static ObjectNode withoutTheRequest(Answer problem) {
    ObjectNode members = (ObjectNode) problem.json();
    assertThat(members.has("timestamp")).isTrue();
    assertThat(members.has("trace_id")).isTrue();
    return members.remove(List.of("timestamp", "trace_id"));
  }

  @Test
  void anotherMethodIsRefusedWithThoseAllowed() {
    Answer answer = Http.method("POST", SHARED.server().health("/readyz"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void metricsAreServedInTheFormOfPrometheus() {
    Answer answer = Http.get(SHARED.server().metrics("/metrics"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("# TYPE ").contains("hyperfleet_db_connections_open");
  }

  @Test
  void readinessTellsHowFullThePoolIs() {
    JsonNode data = Http.get(SHARED.server().health("/health/ready")).json().at("/checks/0/data");

    assertThat(data.at("/pool_limit").asInt()).isEqualTo(50);
    assertThat(data.at("/pool_size").asInt()).isEqualTo(10);
    assertThat(data.at("/pool_checked_out").asInt()).isBetween(0, 50);
    assertThat(data.has("pool_checked_in")).isTrue();
    assertThat(data.has("pool_overflow")).isTrue();
    assertThat(data.has("pool_invalid")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hyperfleet_db_connections_open",
        "hyperfleet_db_connections_in_use",
        "hyperfleet_db_pool_size",
        "hyperfleet_db_pool_checked_in",
        "hyperfleet_db_pool_checked_out",
        "hyperfleet_db_pool_overflow",
        "hyperfleet_db_pool_invalid_total",
        "hyperfleet_db_pool_acquire_timeouts_total"
      })
  void thePoolIsMeasured(String name) {
    assertThat(Http.get(SHARED.server().metrics("/metrics")).body().lines())
        .anyMatch(line -> line.startsWith(name + "{"));
  }

  @Test
  void theApiIsNotServedBesideTheProbes() {
    assertThat(Http.get(SHARED.server().health("/api/hyperfleet")).status()).isEqualTo(404);
  }
}
