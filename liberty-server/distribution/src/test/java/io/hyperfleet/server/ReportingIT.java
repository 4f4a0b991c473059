package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.server.FakeAdapter.Mode;
import io.hyperfleet.server.Http.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What adapters report on a cluster, and what everybody knows of it then. */
@ResourceLock(SharedServer.TURN)
class ReportingIT {

  @RegisterExtension static final SharedServer SHARED = SharedServer.ofKinds("e2e");

  private static final String ACTIVE = "Active";
  private static final long SEED = 7;
  private static final int MORE_THAN_ENOUGH = 200;

  private final Fleet fleet = new Fleet(SHARED.server());

  @Test
  void aClusterIsReconciledWithTheLastRequiredReport() {
    JsonNode cluster = fleet.cluster();
    assertThat(cluster.at("/generation").asInt()).isEqualTo(1);
    assertThat(cluster.has("deleted_time")).isFalse();
    assertBoth(cluster, "False");
    List<FakeAdapter> adapters = fleet.adapters(cluster);

    for (FakeAdapter adapter : adapters) {
      assertThat(fleet.reconciled(cluster)).isEqualTo("False");
      assertThat(adapter.report(cluster, Mode.OK).status()).isEqualTo(201);
    }

    assertBoth(cluster, "True");
    assertThat(fleet.now(cluster).at("/status/conditions"))
        .hasSize(2 + adapters.size())
        .allMatch(condition -> condition.at("/observed_generation").asInt() == 1);
    assertThat(adapters)
        .allMatch(adapter -> fleet.status(cluster, adapter.conditionType()).equals("True"));
  }

  private void assertBoth(JsonNode cluster, String status) {
    assertThat(fleet.reconciled(cluster)).isEqualTo(status);
    assertThat(fleet.status(cluster, "LastKnownReconciled")).isEqualTo(status);
  }

  @Test
  void whatAnAdapterSentIsListedWithItsTimes() {
    JsonNode cluster = fleet.reconciledCluster();

    assertThat(fleet.reports(cluster))
        .hasSize(4)
        .allSatisfy(
            report -> {
              String time = report.at("/last_report_time").asText();
              assertThat(time).isNotEmpty().isEqualTo(report.at("/created_time").asText());
              assertThat(report.at("/data/resource")).isEqualTo(cluster.at("/id"));
              assertThat(report.at("/data/namespace/status").asText()).isEqualTo(ACTIVE);
              assertThat(report.at("/conditions"))
                  .hasSize(4)
                  .allSatisfy(
                      said -> {
                        boolean last = said.at("/type").asText().equals("Finalized");
                        assertThat(said.at("/status").asText()).isEqualTo(last ? "False" : "True");
                        assertThat(said.at("/reason").asText()).isNotEmpty();
                        assertThat(said.at("/message").asText()).isNotEmpty();
                        assertThat(said.at("/last_transition_time").asText()).isEqualTo(time);
                      });
            });
  }

  @Test
  void anAdapterSeesInTheReportsOfOthersWhenItsTurnComes() {
    JsonNode cluster = fleet.cluster();
    FakeAdapter namespace = fleet.adapter("cl-namespace");
    FakeAdapter job = fleet.adapter("cl-job").onlyIf(it -> hasNamespace(cluster));
    FakeAdapter deployment =
        fleet.adapter("cl-deployment").onlyIf(it -> isAvailable(cluster, "cl-job"));
    FakeAdapter maestro = fleet.adapter("cl-maestro");
    List<FakeAdapter> adapters = List.of(deployment, job, namespace, maestro);
    Random random = new Random(SEED);

    int reports = 0;
    while (fleet.reconciled(cluster).equals("False") && reports++ < MORE_THAN_ENOUGH) {
      FakeAdapter next = adapters.get(random.nextInt(adapters.size()));
      assertThat(next.report(cluster, Mode.OK).status()).isEqualTo(201);
      assertThat(isAvailable(cluster, "cl-deployment") && !isAvailable(cluster, "cl-job"))
          .isFalse();
    }

    assertThat(fleet.reconciled(cluster)).isEqualTo("True");
    assertThat(adapters).allMatch(adapter -> isAvailable(cluster, adapter.name()));
  }

  private boolean hasNamespace(JsonNode cluster) {
    return fleet.reports(cluster).stream()
        .filter(report -> report.at("/adapter").asText().equals("cl-namespace"))
        .anyMatch(report -> report.at("/data/namespace/status").asText().equals(ACTIVE));
  }

  private boolean isAvailable(JsonNode cluster, String adapter) {
    return fleet.reports(cluster).stream()
        .filter(report -> report.at("/adapter").asText().equals(adapter))
        .anyMatch(report -> said(report, "Available").at("/status").asText().equals("True"));
  }

  private static JsonNode said(JsonNode report, String type) {
    return ReportJson.list(report.at("/conditions")).stream()
        .filter(condition -> condition.at("/type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsNotRequiredIsListedAndDecidesNothing() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode before = fleet.now(cluster);

    Answer answer = fleet.adapter("stranger").saying("all is lost").report(cluster, Mode.UNHEALTHY);

    assertThat(fleet.report(cluster, "stranger")).isEqualTo(answer.json());
    assertThat(said(answer.json(), "Health").at("/message").asText()).isEqualTo("all is lost");
    assertThat(fleet.now(cluster)).isEqualTo(before);
  }

  @Test
  void whoHasNotReportedIsNamedAndCompletesItLater() {
    JsonNode cluster = fleet.cluster();
    List<FakeAdapter> adapters = fleet.adapters(cluster);
    adapters.subList(1, 4).forEach(adapter -> adapter.report(cluster, Mode.OK));

    JsonNode reconciled = fleet.condition(cluster, "Reconciled");
    assertThat(reconciled.at("/status").asText()).isEqualTo("False");
    assertThat(reconciled.at("/reason").asText()).isEqualTo("ReconciledMissingAdapters");
    assertThat(reconciled.at("/message").asText()).contains("Available=True: [cl-namespace].");

    adapters.get(0).report(cluster, Mode.OK);
    assertBoth(cluster, "True");
  }

  @Test
  void aFailureIsToldByItsAdapterUntilItIsOver() {
    JsonNode cluster = fleet.cluster();
    fleet.drive(cluster);
    FakeAdapter job = fleet.adapter("cl-job");

    Answer failed = job.report(cluster, Mode.FAIL);
    JsonNode told = fleet.condition(cluster, "ClJobSuccessful");
    assertThat(told.at("/status").asText()).isEqualTo("False");
    assertThat(told.at("/reason").asText()).isEqualTo("AvailableFalse");
    JsonNode down = fleet.condition(cluster, "Reconciled");
    assertThat(down.at("/status").asText()).isEqualTo("False");
    assertThat(told.at("/last_transition_time")).isEqualTo(failed.json().at("/last_report_time"));
    assertThat(job.report(cluster, Mode.FAIL).status()).isEqualTo(201);
    assertThat(fleet.condition(cluster, "Reconciled").at("/last_transition_time"))
        .isEqualTo(down.at("/last_transition_time"));
    Answer recovered = job.report(cluster, Mode.OK);
    assertThat(fleet.condition(cluster, "ClJobSuccessful").at("/last_transition_time"))
        .isEqualTo(recovered.json().at("/last_report_time"));
    assertThat(fleet.reconciled(cluster)).isEqualTo("True");
  }

  @Test
  void aLongMessageComesThroughWholeAndEverythingRecovers() {
    String message = "manifest of consumer \"c\" is invalid:\n" + "\u00e9\ud83d\ude80 ".repeat(700);
    JsonNode cluster = fleet.cluster();
    fleet.drive(cluster);
    FakeAdapter maestro = fleet.adapter("cl-maestro");

    JsonNode report = maestro.saying(message).report(cluster, Mode.UNHEALTHY).json();

    assertThat(report.at("/conditions"))
        .allMatch(said -> said.at("/status").asText().equals("False"))
        .allMatch(said -> said.at("/message").asText().equals(message));
    assertThat(fleet.report(cluster, "cl-maestro")).isEqualTo(report);
    assertThat(fleet.condition(cluster, "ClMaestroSuccessful").at("/message").asText())
        .isEqualTo(message);
    assertBoth(cluster, "False");
    maestro.report(cluster, Mode.OK);
    assertBoth(cluster, "True");
  }

  @Test
  void whatFailedAndHowCanBeToldApart() {
    JsonNode cluster = fleet.cluster();
    FakeAdapter job = fleet.adapter("cl-job");

    for (Mode mode : List.of(Mode.FAIL, Mode.PROGRESS, Mode.UNHEALTHY, Mode.SKIP)) {
      Answer answer = job.report(cluster, mode);

      assertThat(answer.status()).isEqualTo(mode == Mode.PROGRESS ? 204 : 201);
      if (mode != Mode.PROGRESS) {
        assertThat(fleet.report(cluster, "cl-job")).isEqualTo(answer.json());
      }
      assertThat(fleet.reconciled(cluster)).isEqualTo("False");
    }
    JsonNode last = fleet.report(cluster, "cl-job");
    assertThat(said(last, "Health").at("/reason").asText()).isEqualTo("ResourcesSkipped");
    assertThat(said(last, "Applied").at("/status").asText()).isEqualTo("False");
  }

  @Test
  void whoDoesNotKnowIsKeptOnceAndDecidesNothing() {
    JsonNode cluster = fleet.cluster();
    FakeAdapter job = fleet.adapter("cl-job");

    Answer first = job.report(cluster, Mode.PROGRESS);

    assertThat(first.status()).isEqualTo(201);
    assertThat(fleet.now(cluster)).isEqualTo(cluster);
    assertThat(job.report(cluster, Mode.PROGRESS).status()).isEqualTo(204);
    fleet.patchSpec(cluster, 2);
    assertThat(job.report(cluster, Mode.PROGRESS).status()).isEqualTo(204);
    assertThat(fleet.reports(cluster)).containsExactly(first.json());
    assertThat(job.report(cluster, Mode.OK).status()).isEqualTo(201);
    assertThat(fleet.status(cluster, "ClJobSuccessful")).isEqualTo(ConditionStatus.TRUE.wire());
  }

  @Test
  void sayingTheSameLaterMovesTheTimeOfTheReportOnly() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode last = fleet.report(cluster, "cl-job");
    JsonNode since = fleet.condition(cluster, "Reconciled").at("/last_transition_time");

    for (int i = 0; i < 3; i++) {
      JsonNode next = fleet.adapter("cl-job").report(cluster, Mode.OK).json();
      assertThat(ReportJson.time(next, "last_report_time"))
          .isAfter(ReportJson.time(last, "last_report_time"));
      assertThat(next.at("/created_time")).isEqualTo(last.at("/created_time"));
      assertThat(next.at("/conditions")).isEqualTo(last.at("/conditions"));
      last = next;
    }

    assertThat(fleet.reconciled(cluster)).isEqualTo("True");
    assertThat(fleet.condition(cluster, "Reconciled").at("/last_transition_time")).isEqualTo(since);
    assertThat(fleet.now(cluster).at("/generation").asInt()).isEqualTo(1);
  }

  @Test
  void aSkipEndsAReconciledStateAndTheNextReportRestoresIt() {
    JsonNode cluster = fleet.reconciledCluster();

    assertThat(fleet.adapter("cl-deployment").report(cluster, Mode.SKIP).status()).isEqualTo(201);
    assertBoth(cluster, "False");
    assertThat(fleet.adapter("cl-deployment").report(cluster, Mode.OK).status()).isEqualTo(201);

    assertBoth(cluster, "True");
  }

  @Test
  void aReportWhoseAnswerWasLostCanBeSentAgain() throws IOException {
    JsonNode cluster = fleet.cluster();
    var report = fleet.adapter("cl-job").report(cluster, 1, Mode.OK);
    sendAndHangUp(fleet.address(cluster) + "/statuses", ReportJson.of(report));
    Await.until("the report is kept", () -> !fleet.reports(cluster).isEmpty());
    JsonNode kept = fleet.report(cluster, "cl-job");
    JsonNode before = fleet.now(cluster);

    Answer again = fleet.report(cluster, report);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(kept);
    assertThat(fleet.reports(cluster)).containsExactly(kept);
    assertThat(fleet.now(cluster)).isEqualTo(before);
  }

  private static void sendAndHangUp(String address, String body) throws IOException {
    URI uri = URI.create(address);
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(uri.getPath(), content.length);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(content);
    }
  }
}
