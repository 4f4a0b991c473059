package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How resources go, from outside. */
@ResourceLock(SharedServer.TURN)
class DeletionIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String ALL = "/api/hyperfleet/v1";
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final int CLIENTS = 32;
  private static final String STUCK = "{\"reason\":\"stuck\"}";

  @Test
  void aClusterIsMarkedWithItsNodePoolsAndStaysToBeSeen() {
    JsonNode cluster = cluster();
    JsonNode pool = pool(cluster, "np-1");

    Answer answer = delete(cluster);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Vary")).isEqualTo("Authorization");
    JsonNode marked = answer.json();
    assertThat(marked.at("/generation").asInt()).isEqualTo(2);
    assertThat(marked.at("/deleted_by").asText()).isEqualTo("system@hyperfleet.local");
    assertThat(marked.at("/status/conditions/0/message").asText())
        .startsWith("Required adapters not reporting Finalized=True: [dns, hypershift,");
    assertThat(read(cluster).json()).isEqualTo(marked);
    JsonNode markedPool = read(pool).json();
    assertThat(markedPool.at("/deleted_time")).isEqualTo(marked.at("/deleted_time"));
    assertThat(markedPool.at("/generation").asInt()).isEqualTo(2);
    assertThat(listed(cluster.at("/href").asText() + "/nodepools")).containsExactly(markedPool);
  }

  @Test
  void whatIsMarkedTakesNoChangesAndNoChildrenAndHoldsNoName() {
    JsonNode cluster = cluster();
    JsonNode marked = delete(cluster).json();
    String refused = "Cluster '" + cluster.at("/id").asText() + "' is marked for deletion";

    assertProblem(409, refused, patch(cluster, "{\"spec\":{\"a\":1}}"));
    assertProblem(409, refused, createPool(cluster, "np-1"));
    assertThat(read(cluster).json()).isEqualTo(marked);
    assertThat(create(cluster.at("/name").asText()).status()).isEqualTo(201);
  }

  @Test
  void doneAgainItAnswersTheSameDeletion() {
    JsonNode cluster = cluster();
    JsonNode pool = pool(cluster, "np-1");
    JsonNode first = delete(cluster).json();
    JsonNode markedPool = read(pool).json();

    Answer again = delete(cluster);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().at("/deleted_time")).isEqualTo(first.at("/deleted_time"));
    assertThat(again.json().at("/generation")).isEqualTo(first.at("/generation"));
    assertThat(read(pool).json()).isEqualTo(markedPool);
  }

  @Test
  void whoNobodyHasToReportOnIsGoneAtOnceUnlessItHasChildren() {
    JsonNode channel = created("/channels", "Channel", Names.next());
    JsonNode version = created(below(channel, "versions"), "Version", "v-1");

    assertProblem(
        409,
        "Cannot delete Channel '" + channel.at("/id").asText() + "': active Version(s) exist",
        delete(channel));
    assertThat(delete(version).status()).isEqualTo(202);
    assertThat(read(version).status()).isEqualTo(404);
    assertThat(delete(channel).json().at("/generation").asInt()).isEqualTo(2);
    assertProblem(404, "Channel not found", delete(channel));
  }

  @Test
  void forceNeedsAReasonAndAMarkAndLeavesNothing() {
    JsonNode cluster = cluster();
    JsonNode pool = pool(cluster, "np-1");
    String id = cluster.at("/id").asText();

    assertProblem(400, "reason is required", force(cluster, "{}"));
    assertProblem(409, "Cluster '" + id + "' is not in Finalizing state", force(cluster, STUCK));
    delete(cluster);
    Answer forced = force(cluster, "{\"reason\":\"stuck\\nERROR forged\"}");

    assertThat(forced.status()).isEqualTo(204);
    assertThat(forced.body()).isEmpty();
    assertThat(read(cluster).status()).isEqualTo(404);
    assertThat(read(pool).status()).isEqualTo(404);
    assertProblem(404, "Cluster with id='" + id + "' not found", force(cluster, STUCK));
    assertThat(SHARED.server().lines())
        .anyMatch(
            line ->
                line.contains(
                    "Resource removed with its owner kind=NodePool id=" + pool.at("/id").asText()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("Resource removed by force kind=Cluster id=" + id + " descendants=1")
                    .contains("reason=\"stuck ERROR forged\""));
  }

  @Test
  void everyRouteOfAResourceCanDeleteIt() {
    for (String route : List.of("/resources/", "/nodepools/")) {
      JsonNode cluster = cluster();
      String id = pool(cluster, "np-1").at("/id").asText();

      assertThat(Http.method("DELETE", SHARED.server().api(ALL + route + id)).status())
          .isEqualTo(202);
      assertThat(Http.post(SHARED.server().api(ALL + route + id + "/force-delete"), STUCK).status())
          .isEqualTo(204);
    }
    assertProblem(
        404,
        "Resource with id='" + NOBODY + "' not found",
        Http.method("DELETE", SHARED.server().api(ALL + "/resources/" + NOBODY)));
  }

  @Test
  void aMethodThatARouteHasNotIsToldWithThoseItHas() {
    String cluster = cluster().at("/href").asText();

    assertAllowed("GET, HEAD, POST", "PUT", ALL + "/clusters");
    assertAllowed("DELETE, GET, HEAD, PATCH", "POST", cluster);
    assertAllowed("POST", "GET", cluster + "/force-delete");
  }

  private static void assertAllowed(String methods, String method, String path) {
    Answer answer = Http.method(method, SHARED.server().api(path));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(methods);
  }

  @Test
  void ofDeletionsAtTheSameTimeOneCountsAndAllAnswerIt()
      throws InterruptedException, ExecutionException {
    JsonNode cluster = cluster();
    pool(cluster, "np-1");
    List<Callable<Answer>> clients =
        IntStream.range(0, CLIENTS).<Callable<Answer>>mapToObj(i -> () -> delete(cluster)).toList();

    List<Answer> answers = Together.all(clients);

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers)
        .extracting(answer -> answer.json().at("/deleted_time").asText())
        .containsOnly(read(cluster).json().at("/deleted_time").asText());
    assertThat(answers)
        .extracting(answer -> answer.json().at("/generation").asInt())
        .containsOnly(2);
  }

  @Test
  void ofCreationsOfOneNameAtTheSameTimeOneCounts()
      throws InterruptedException, ExecutionException {
    String name = Names.next();
    List<Callable<Answer>> clients =
        IntStream.range(0, CLIENTS).<Callable<Answer>>mapToObj(i -> () -> create(name)).toList();

    assertThat(
            Together.all(clients).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
        .containsOnly(Map.entry(201, 1L), Map.entry(409, CLIENTS - 1L));
  }

  @Test
  void aDeletionThatRacesWithNewChildrenLeavesNoOrphan()
      throws InterruptedException, ExecutionException {
    JsonNode cluster = cluster();
    List<Callable<Answer>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String name = "np-" + i;
      clients.add(() -> createPool(cluster, name));
    }
    clients.add(CLIENTS / 2, () -> delete(cluster));

    List<Answer> answers = Together.all(clients);

    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202, 409);
    List<String> created =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.json().at("/id").asText())
            .toList();
    List<JsonNode> pools = listed(cluster.at("/href").asText() + "/nodepools?size=100");
    assertThat(pools)
        .extracting(pool -> pool.at("/id").asText())
        .containsExactlyInAnyOrderElementsOf(created);
    assertThat(pools).allMatch(pool -> pool.has("deleted_time"));
  }

  private static JsonNode cluster() {
    return created("/clusters", "Cluster", Names.next());
  }

  private static JsonNode pool(JsonNode cluster, String name) {
    return created(below(cluster, "nodepools"), "NodePool", name);
  }

  private static String below(JsonNode owner, String plural) {
    return owner.at("/href").asText().substring(ALL.length()) + "/" + plural;
  }

  private static JsonNode created(String collection, String kind, String name) {
    Answer answer = create(collection, kind, name);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static Answer create(String name) {
    return create("/clusters", "Cluster", name);
  }

  private static Answer createPool(JsonNode cluster, String name) {
    return create(below(cluster, "nodepools"), "NodePool", name);
  }

  private static Answer create(String collection, String kind, String name) {
    return Http.post(
        SHARED.server().api(ALL + collection),
        "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{}}".formatted(kind, name));
  }

  private static Answer delete(JsonNode resource) {
    return Http.method("DELETE", address(resource));
  }

  private static Answer force(JsonNode resource, String body) {
    return Http.post(address(resource) + "/force-delete", body);
  }

  private static Answer patch(JsonNode resource, String body) {
    return Http.patch(address(resource), body);
  }

  private static Answer read(JsonNode resource) {
    return Http.get(address(resource));
  }

  private static String address(JsonNode resource) {
    return SHARED.server().api(resource.at("/href").asText());
  }

  private static List<JsonNode> listed(String path) {
    JsonNode items = Http.get(SHARED.server().api(path)).json().at("/items");
    return Stream.iterate(0, i -> i < items.size(), i -> i + 1).map(items::get).toList();
  }

  private static void assertProblem(int status, String detail, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().at("/detail").asText()).isEqualTo(detail);
  }
}
