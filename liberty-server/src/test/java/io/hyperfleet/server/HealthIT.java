package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes of a service that is well. What they say when it is not: see {@link ServeIT}. */
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
    assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-NTF-000");
    assertThat(answer.json().at("/instance").asText()).isEqualTo("/nothing");
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
    assertThat(answer.body()).contains("# TYPE ").contains("connectionpool_");
  }

  @Test
  void theApiIsNotServedBesideTheProbes() {
    assertThat(Http.get(SHARED.server().health("/api/hyperfleet")).status()).isEqualTo(404);
  }
}
