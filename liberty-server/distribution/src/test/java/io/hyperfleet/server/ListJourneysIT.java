package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and pollers do with lists, as clients of the original have it in their plans. */
@ResourceLock(SharedServer.TURN)
class ListJourneysIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int MANY = 1_000;
  private static final int CLIENTS = 4;

  private final String run = Names.next();

  private String create(String name, String zone) {
    return Http.post(
            SHARED.server().api(Clusters.PATH),
            """
            {"kind":"Cluster","name":"%s","labels":{"run":"%s","zone":"%s"},"spec":{}}"""
                .formatted(name, run, zone))
        .json()
        .at("/id")
        .asText();
  }

  private static void remove(String id) {
    String cluster = SHARED.server().api(Clusters.PATH + "/" + id);
    assertThat(Http.method("DELETE", cluster).status()).isEqualTo(202);
    assertThat(Http.post(cluster + "/force-delete", "{\"reason\":\"test\"}").status())
        .isEqualTo(204);
  }

  private static Answer get(String query) {
    return Http.get(SHARED.server().api(Clusters.PATH + "?" + query));
  }

  /** As HTML forms and Go write it. */
  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> names(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
        .map(item -> item.at("/name").asText())
        .toList();
  }

  @Test
  void aListOfNothingIsAnEmptyPage() {
    JsonNode page = get("search=" + form("labels.run='" + run + "'")).json();

    assertThat(page.toString()).isEqualTo("{\"items\":[],\"page\":1,\"size\":0,\"total\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status.conditions.Reconciled='False'                     | 3
          labels.zone='a'                                          | 2
          labels.zone='a' and status.conditions.Reconciled='False' | 2
          labels.zone='a' and status.conditions.Reconciled='True'  | 0
          """)
  void conditionsAndLabelsNarrowAListAndItsTotal(String search, int found) {
    create(run + "-1", "a");
    create(run + "-2", "a");
    create(run + "-3", "b");

    Answer page = get("size=1&search=" + form("labels.run='" + run + "' and " + search));

    assertThat(page.json().at("/total").asInt()).isEqualTo(found);
    assertThat(page.json().at("/items")).hasSize(Math.min(1, found));
  }

  @Test
  void aSearchIsTheSameHoweverItIsEncoded() {
    create(run, "a");

    assertThat(names(get("search=name='" + run + "'"))).containsExactly(run);
    assertThat(names(get("search=" + form("name='" + run + "'")))).containsExactly(run);
    assertThat(names(get("search=name+%3D+%27" + run + "%27"))).containsExactly(run);
  }

  @Test
  void aThousandNamesAreWalkedWithoutMissingOne() throws Exception {
    Together.all(
        IntStream.range(0, CLIENTS)
            .<Callable<Integer>>mapToObj(client -> () -> seed(client))
            .toList());

    List<String> met = new ArrayList<>();
    for (int page = 1; met.size() < MANY; page++) {
      Answer answer =
          get("size=100&page=%d&search=%s".formatted(page, form("name like '" + run + "-%'")));
      assertThat(answer.json().at("/total").asInt()).isEqualTo(MANY);
      assertThat(answer.json().at("/size").asInt()).isEqualTo(100);
      met.addAll(names(answer));
    }

    assertThat(met).hasSize(MANY).doesNotHaveDuplicates();
  }

  private int seed(int client) {
    for (int i = client; i < MANY; i += CLIENTS) {
      create(run + "-" + i, "a");
    }
    return client;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageSize=10", "page=1&pageSize=10", "name=x", "provider=gcp"})
  void whatIsNoParameterIsIgnored(String query) {
    for (int i = 0; i < 21; i++) {
      create(run + "-" + i, "a");
    }

    assertThat(names(get(query))).isEqualTo(names(get(""))).hasSize(20).contains(run + "-20");
  }

  @ParameterizedTest
  @CsvSource({
    "search=name%20%3D,failed to parse search query",
    "search=nobody%3D'x',invalid field in search or order query",
    "size=101,size must be at most 100",
    "page=0,page must be at least 1"
  })
  void whatMakesNoSenseIsTold(String query, String told) {
    Answer refused = get(query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusters", "nodepools", "wifconfigs"})
  void aPollerAsksFirstWhetherItCanSearch(String plural) {
    Answer probe =
        Http.get(
            SHARED
                .server()
                .api(
                    "/api/hyperfleet/v1/%s?search=labels.non_existing_label%%3D%%27value%%27&size=1"
                        .formatted(plural)));

    assertThat(probe.status()).isEqualTo(200);
    assertThat(probe.json().at("/total").asInt()).isZero();
  }

  @Test
  void whoWalksWhileOthersComeAndGoMeetsAllThatStay() throws Exception {
    List<String> staying =
        IntStream.range(0, 60)
            .mapToObj(i -> run + "-" + i)
            .peek(name -> create(name, "a"))
            .toList();
    CompletableFuture<Integer> others = CompletableFuture.supplyAsync(this::comeAndGo);

    List<String> met = new ArrayList<>(walk());
    while (!others.isDone()) {
      met.addAll(walk());
    }
    met.addAll(walk());

    assertThat(met).containsAll(staying);
    assertThat(others.get()).isEqualTo(50);
  }

  private int comeAndGo() {
    int removed = 0;
    for (int i = 0; i < 50; i++) {
      remove(create(run + "-guest-" + i, "a"));
      removed++;
    }
    return removed;
  }

  /** Page by page, until an empty one or as many as there were said to be. */
  private List<String> walk() {
    List<String> met = new ArrayList<>();
    for (int page = 1; ; page++) {
      Answer answer =
          get("size=20&page=%d&search=%s".formatted(page, form("labels.run='" + run + "'")));
      List<String> names = names(answer);
      met.addAll(names);
      if (names.isEmpty() || met.size() >= answer.json().at("/total").asInt()) {
        return met;
      }
    }
  }
}
