package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Creating, reading and listing clusters, from outside. */
@ResourceLock(SharedServer.TURN)
class ClustersIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";

  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "kind",
          "name",
          "href",
          "labels",
          "spec",
          "tenancy",
          "generation",
          "status",
          "created_time",
          "created_by",
          "updated_time",
          "updated_by");

  @Test
  void aCreatedClusterHasExactlyThePublishedMembers() {
    String name = name();

    Answer created =
        create(
            """
            {"kind":"Cluster","name":"%s","labels":{"team":"core"},"spec":{"replicas":3}}
            """
                .formatted(name));

    JsonNode body = created.json();
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Content-Type")).isEqualTo("application/json");
    assertThat(created.header("Location")).isEmpty();
    assertThat(members(body)).containsExactlyInAnyOrderElementsOf(MEMBERS);
    assertThat(body.at("/kind").asText()).isEqualTo("Cluster");
    assertThat(body.at("/name").asText()).isEqualTo(name);
    assertThat(body.at("/labels").toString()).isEqualTo("{\"team\":\"core\"}");
    assertThat(body.at("/tenancy").toString()).isEqualTo("{}");
  }

  @Test
  void theServerDecidesIdHrefGenerationAndAudit() {
    JsonNode body = create(minimal(name())).json();

    assertThat(UUID.fromString(body.at("/id").asText()).version()).isEqualTo(7);
    assertThat(body.at("/href").asText()).isEqualTo(CLUSTERS + "/" + body.at("/id").asText());
    assertThat(body.at("/generation").asInt()).isEqualTo(1);
    assertThat(body.at("/created_by").asText()).isEqualTo("system@hyperfleet.local");
    assertThat(body.at("/updated_by")).isEqualTo(body.at("/created_by"));
    assertThat(body.at("/updated_time")).isEqualTo(body.at("/created_time"));
    assertThat(body.at("/created_time").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
  }

  @Test
  void aNewClusterIsNotReconciled() {
    JsonNode body = create(minimal(name())).json();

    JsonNode reconciled = body.at("/status/conditions/0");
    JsonNode lastKnown = body.at("/status/conditions/1");
    assertThat(body.at("/status/conditions")).hasSize(2);
    assertThat(reconciled.at("/type").asText()).isEqualTo("Reconciled");
    assertThat(reconciled.at("/status").asText()).isEqualTo("False");
    assertThat(reconciled.at("/reason").asText()).isEqualTo("ReconciledMissingAdapters");
    assertThat(reconciled.at("/message").asText())
        .isEqualTo(
            "Required adapters not reporting Available=True:"
                + " [dns, hypershift, pullsecret, validation]. Currently reporting: []");
    assertThat(reconciled.at("/observed_generation").asInt()).isEqualTo(1);
    assertThat(reconciled.at("/last_transition_time")).isEqualTo(body.at("/created_time"));
    assertThat(lastKnown.at("/type").asText()).isEqualTo("LastKnownReconciled");
    assertThat(lastKnown.at("/reason").asText()).isEqualTo("AdaptersMissingReports");
  }

  @Test
  void whatWasAnsweredIsWhatIsRead() {
    String spec =
        "{\"exact\":9007199254740993,\"fraction\":1.0,\"none\":null,\"text\":\"ü\\\"\\\\\\n☃\"}";
    JsonNode created =
        create("{\"kind\":\"Cluster\",\"name\":\"%s\",\"spec\":%s}".formatted(name(), spec)).json();

    Answer read = Http.get(api("/" + created.at("/id").asText()));

    assertThat(read.json()).isEqualTo(created);
    assertThat(read.body()).contains("9007199254740993", "1.0");
    assertThat(read.json().at("/spec").has("none")).isTrue();
  }

  @Test
  void labelsAreAbsentWhenThereAreNone() {
    assertThat(create(minimal(name())).json().has("labels")).isFalse();
  }

  @Test
  void aNameIsTakenOnce() {
    String name = name();
    create(minimal(name));

    Answer second = create(minimal(name));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().at("/code").asText()).isEqualTo("HYPERFLEET-CNF-001");
    assertThat(second.json().at("/detail").asText()).isEqualTo("This Cluster already exists");
  }

  @Test
  void ofConcurrentCreatesWithOneNameExactlyOneWins() throws Exception {
    String name = name();

    List<Integer> statuses = concurrently(8, () -> create(minimal(name)).status());

    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void aTrailingSlashMakesNoDifference() {
    JsonNode created = create(minimal(name())).json();

    Answer read = Http.get(api("/" + created.at("/id").asText() + "/"));

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(created);
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    String id = create(minimal(name())).json().at("/id").asText();

    Answer head = Http.method("HEAD", api("/" + id));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo("application/json");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void theListShowsTheLatestFirstInPages() {
    List<String> names = IntStream.range(0, 3).mapToObj(i -> name()).toList();
    names.forEach(name -> create(minimal(name)));

    JsonNode first = Http.get(api("?size=2")).json();
    JsonNode second = Http.get(api("?size=2&page=2")).json();

    assertThat(members(first)).containsExactlyInAnyOrder("items", "page", "size", "total");
    assertThat(List.of(text(first, "/items/0/name"), text(first, "/items/1/name")))
        .containsExactly(names.get(2), names.get(1));
    assertThat(text(second, "/items/0/name")).isEqualTo(names.get(0));
    assertThat(second.at("/page").asInt()).isEqualTo(2);
    assertThat(first.at("/size").asInt()).isEqualTo(2);
    assertThat(first.at("/total").asLong()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aPagePastTheEndIsEmptyAndStillCounts() {
    create(minimal(name()));

    JsonNode page = Http.get(api("?page=100000&size=100")).json();

    assertThat(page.at("/items")).isEmpty();
    assertThat(page.at("/size").asInt()).isZero();
    assertThat(page.at("/total").asLong()).isPositive();
  }

  private static Answer create(String body) {
    return Http.post(api(""), body);
  }

  private static String minimal(String name) {
    return "{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":{}}";
  }

  private static String api(String rest) {
    return SHARED.server().api(CLUSTERS + rest);
  }

  private static String name() {
    return Names.next();
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asText();
  }

  private static List<String> members(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static <T> List<T> concurrently(int times, Callable<T> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(times);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          executor.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList())) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      executor.shutdown();
    }
  }
}
