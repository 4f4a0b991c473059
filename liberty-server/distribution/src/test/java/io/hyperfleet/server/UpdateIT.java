package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.FakeAdapter.Mode;
import io.hyperfleet.server.Http.Answer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Changes of what was reconciled, and the reports that make it so again. */
@ResourceLock(SharedServer.TURN)
class UpdateIT {

  @RegisterExtension static final SharedServer SHARED = SharedServer.ofKinds("e2e");

  private final Fleet fleet = new Fleet(SHARED.server());

  @Test
  void aChangeAsksForNewReportsAndTheLastGoodStateStaysKnown() {
    JsonNode cluster = fleet.reconciledCluster();

    Answer patched = fleet.patchSpec(cluster, 2);

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().at("/generation").asInt()).isEqualTo(2);
    assertThat(patched.json().at("/spec/v").asInt()).isEqualTo(2);
    assertThat(fleet.now(cluster)).isEqualTo(patched.json());
    assertStatus(cluster, "Reconciled", "False", 2);
    assertStatus(cluster, "LastKnownReconciled", "True", 1);
    fleet.drive(cluster);
    assertStatus(cluster, "Reconciled", "True", 2);
    assertStatus(cluster, "LastKnownReconciled", "True", 2);
  }

  private void assertStatus(JsonNode resource, String type, String status, int generation) {
    JsonNode condition = fleet.condition(resource, type);
    assertThat(condition.at("/status").asText()).as(type).isEqualTo(status);
    assertThat(condition.at("/observed_generation").asInt()).as(type).isEqualTo(generation);
  }

  @Test
  void whoIsBehindKeepsItFromBeingReconciledAndCannotGoBack() {
    JsonNode cluster = fleet.reconciledCluster();
    fleet.patchSpec(cluster, 2);
    FakeAdapter job = fleet.adapter("cl-job");
    Stream.of("cl-namespace", "cl-deployment", "cl-maestro")
        .forEach(name -> fleet.adapter(name).report(cluster, Mode.OK));

    assertThat(job.stale(cluster, 1).status()).isEqualTo(201);
    assertThat(fleet.reconciled(cluster)).isEqualTo("False");
    assertThat(generations(cluster)).containsExactlyInAnyOrder(2, 1, 2, 2);
    assertThat(fleet.report(cluster, "cl-job").at("/observed_generation").asInt()).isEqualTo(1);
    assertThat(job.report(cluster, Mode.OK).status()).isEqualTo(201);
    assertThat(fleet.reconciled(cluster)).isEqualTo("True");

    JsonNode before = fleet.now(cluster);
    List<JsonNode> reports = fleet.reports(cluster);
    assertThat(job.stale(cluster, 1).status()).isEqualTo(204);
    assertThat(fleet.now(cluster)).isEqualTo(before);
    assertThat(fleet.reports(cluster)).isEqualTo(reports);
  }

  private List<Integer> generations(JsonNode resource) {
    return fleet.reports(resource).stream()
        .map(report -> report.at("/observed_generation").asInt())
        .toList();
  }

  @Test
  void ofManyChangesTheLastOneIsReconciledAndNoneInBetween() {
    JsonNode cluster = fleet.cluster();

    for (int i = 1; i <= 3; i++) {
      assertThat(fleet.patchSpec(cluster, i).json().at("/generation").asInt()).isEqualTo(1 + i);
      assertThat(fleet.reconciled(cluster)).isEqualTo("False");
    }
    fleet.drive(cluster);

    assertThat(fleet.now(cluster).at("/spec/v").asInt()).isEqualTo(3);
    assertThat(generations(cluster)).containsOnly(4);
    assertStatus(cluster, "Reconciled", "True", 4);
  }

  @Test
  void labelsAloneAreAChangeTooAndReplaceTheOnesBefore() {
    JsonNode cluster = fleet.cluster();
    for (JsonNode resource : List.of(cluster, fleet.pool(cluster))) {
      fleet.patch(resource, "{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}");
      fleet.drive(resource);

      JsonNode patched = fleet.patch(resource, "{\"labels\":{\"b\":\"3\"}}").json();

      assertThat(patched.at("/labels")).isEqualTo(Http.json("{\"b\":\"3\"}"));
      assertThat(patched.at("/spec")).isEqualTo(resource.at("/spec"));
      assertStatus(resource, "Reconciled", "False", 3);
      fleet.drive(resource);
      assertStatus(resource, "Reconciled", "True", 3);
    }
  }

  @Test
  void whatIsSoAlreadyIsNoChangeAndStaysReconciled() {
    JsonNode cluster = fleet.cluster();
    String content = "{\"spec\":{\"v\":1},\"labels\":{\"a\":\"1\"}}";
    fleet.patch(cluster, content);
    fleet.drive(cluster);
    JsonNode before = fleet.now(cluster);

    for (String again : List.of(content, "{\"spec\":{\"v\":1}}", "{\"labels\":{\"a\":\"1\"}}")) {
      Answer answer = fleet.patch(cluster, again);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).isEqualTo(before);
    }

    assertThat(fleet.reconciled(cluster)).isEqualTo("True");
  }

  @Test
  void aReportOnAGenerationToComeIsNotKept() {
    JsonNode cluster = fleet.cluster();
    fleet.patchSpec(cluster, 2);
    JsonNode before = fleet.now(cluster);

    Answer answer = fleet.adapter("cl-job").stale(cluster, 5);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(fleet.reports(cluster)).isEmpty();
    assertThat(fleet.now(cluster)).isEqualTo(before);
  }

  @Test
  void ofTwoChangesAtOnceBothCountAndOneIsTheLast()
      throws InterruptedException, ExecutionException {
    JsonNode cluster = fleet.cluster();

    List<Answer> answers =
        Together.all(
            List.of(() -> fleet.patchSpec(cluster, 10), () -> fleet.patchSpec(cluster, 20)));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    JsonNode last = fleet.now(cluster);
    assertThat(last.at("/generation").asInt()).isEqualTo(3);
    assertThat(last.at("/spec")).isIn(answers.stream().map(it -> it.json().at("/spec")).toList());
  }

  @Test
  void ofChangesOfDifferentPartsAtOnceNoneIsLost() throws InterruptedException, ExecutionException {
    JsonNode cluster = fleet.cluster();
    for (int round = 1; round <= 20; round++) {
      String labels = "{\"labels\":{\"round\":\"" + round + "\"}}";
      int replicas = round;

      Together.all(
          List.of(
              () -> fleet.patch(cluster, labels),
              () -> fleet.patchSpec(cluster, replicas),
              () -> fleet.patch(cluster, labels)));

      JsonNode last = fleet.now(cluster);
      assertThat(last.at("/labels/round").asInt()).isEqualTo(round);
      assertThat(last.at("/spec").toString()).contains(String.valueOf(round));
    }
  }

  @Test
  void aChangeAndADeletionAtOnceNeverLoseTheDeletion()
      throws InterruptedException, ExecutionException {
    for (int i = 0; i < 10; i++) {
      JsonNode cluster = fleet.cluster();

      List<Answer> answers =
          Together.all(List.of(() -> fleet.patchSpec(cluster, 10), () -> fleet.delete(cluster)));

      boolean changed = answers.get(0).status() == 200;
      assertThat(answers.get(0).status()).isIn(200, 409);
      assertThat(answers.get(1).status()).isEqualTo(202);
      JsonNode last = fleet.now(cluster);
      assertThat(last.at("/deleted_time")).isEqualTo(answers.get(1).json().at("/deleted_time"));
      assertThat(last.at("/generation").asInt()).isEqualTo(changed ? 3 : 2);
    }
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode before = fleet.now(cluster);

    for (String body : List.of("{}", "{\"spec\":{},\"name\":\"x\"}", "{\"spec\":{")) {
      Answer answer = fleet.patch(cluster, body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    assertThat(fleet.now(cluster)).isEqualTo(before);
  }
}
