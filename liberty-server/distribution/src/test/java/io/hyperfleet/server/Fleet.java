package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.server.FakeAdapter.Mode;
import io.hyperfleet.server.Http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Clusters and what belongs to them, as users and adapters see them. What adapters observe has a
 * clock of its own, which goes on by a second with each look at it.
 */
final class Fleet {

  private static final String ALL = "/api/hyperfleet/v1";

  /** Within what the service takes, for as long as a test lasts. */
  private static final Duration BEHIND = Duration.ofMinutes(20);

  private final PackagedServer server;
  private final AtomicReference<Instant> observed =
      new AtomicReference<>(
          InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).minus(BEHIND));

  Fleet(PackagedServer server) {
    this.server = server;
  }

  Instant tick() {
    return observed.updateAndGet(last -> last.plusSeconds(1));
  }

  JsonNode cluster() {
    return create("/clusters", "Cluster");
  }

  JsonNode pool(JsonNode cluster) {
    Answer answer = createPool(cluster);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  Answer createPool(JsonNode cluster) {
    return Http.post(address(cluster) + "/nodepools", body("NodePool", Names.next(), ""));
  }

  JsonNode create(String collection, String kind) {
    return create(collection, kind, Names.next(), "");
  }

  /**
   * @param more members of the body, each after a comma
   */
  JsonNode create(String collection, String kind, String name, String more) {
    Answer answer = Http.post(server.api(ALL + collection), body(kind, name, more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static String body(String kind, String name, String more) {
    return "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{\"v\":0}%s}".formatted(kind, name, more);
  }

  Answer read(JsonNode resource) {
    return Http.get(address(resource));
  }

  /** As it is now. */
  JsonNode now(JsonNode resource) {
    Answer answer = read(resource);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  Answer patch(JsonNode resource, String body) {
    return Http.patch(address(resource), body);
  }

  Answer patchSpec(JsonNode resource, int value) {
    return patch(resource, "{\"spec\":{\"v\":" + value + "}}");
  }

  Answer delete(JsonNode resource) {
    return Http.method("DELETE", address(resource));
  }

  Answer force(JsonNode resource) {
    return Http.post(address(resource) + "/force-delete", "{\"reason\":\"stuck\"}");
  }

  Answer report(JsonNode resource, AdapterReport report) {
    return Http.put(address(resource) + "/statuses", ReportJson.of(report));
  }

  Answer statuses(JsonNode resource) {
    return Http.get(address(resource) + "/statuses?size=100");
  }

  /** What is kept of each adapter. */
  List<JsonNode> reports(JsonNode resource) {
    return ReportJson.list(statuses(resource).json().at("/items"));
  }

  /** What is kept of this one, which reported before. */
  JsonNode report(JsonNode resource, String adapter) {
    return reports(resource).stream()
        .filter(report -> report.at("/adapter").asText().equals(adapter))
        .findFirst()
        .orElseThrow();
  }

  List<JsonNode> pools(JsonNode cluster) {
    return ReportJson.list(Http.get(address(cluster) + "/nodepools").json().at("/items"));
  }

  /** What is known of a resource now; a missing node if nothing is. */
  JsonNode condition(JsonNode resource, String type) {
    return ReportJson.list(now(resource).at("/status/conditions")).stream()
        .filter(condition -> condition.at("/type").asText().equals(type))
        .findFirst()
        .orElseGet(() -> Http.json("null").at("/none"));
  }

  String status(JsonNode resource, String type) {
    return condition(resource, type).at("/status").asText();
  }

  /** {@code True} or {@code False}. */
  String reconciled(JsonNode resource) {
    return status(resource, "Reconciled");
  }

  FakeAdapter adapter(String name) {
    return new FakeAdapter(this, name);
  }

  /** All who have to report on it. */
  List<FakeAdapter> adapters(JsonNode resource) {
    return resource.at("/kind").asText().equals("Cluster")
        ? Stream.of("cl-namespace", "cl-job", "cl-deployment", "cl-maestro")
            .map(this::adapter)
            .toList()
        : List.of(adapter("np-configmap"));
  }

  /** Each of them does its part. */
  void drive(JsonNode... resources) {
    for (JsonNode resource : resources) {
      for (FakeAdapter adapter : adapters(resource)) {
        assertThat(adapter.report(resource, Mode.OK).status()).isEqualTo(201);
      }
    }
  }

  JsonNode reconciledCluster() {
    JsonNode cluster = cluster();
    drive(cluster);
    return cluster;
  }

  void assertGone(JsonNode... resources) {
    for (JsonNode resource : resources) {
      assertThat(List.of(read(resource), statuses(resource)))
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-NTF-001");
              });
    }
  }

  String address(JsonNode resource) {
    return server.api(resource.at("/href").asText());
  }
}
