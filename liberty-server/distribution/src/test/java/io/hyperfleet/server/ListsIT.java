package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are searched, ordered, cut and continued, from outside. */
@ResourceLock(SharedServer.TURN)
class ListsIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private final String run = Names.next();

  private String create() {
    return create(Names.next());
  }

  private String create(String name) {
    Answer created =
        Http.post(
            SHARED.server().api(Clusters.PATH),
            "{\"kind\":\"Cluster\",\"name\":\"%s\",\"labels\":{\"run\":\"%s\"},\"spec\":{\"n\":1}}"
                .formatted(name, run));
    return created.json().at("/id").asText();
  }

  private List<String> createSome(int count) {
    return IntStream.range(0, count).mapToObj(i -> create()).toList();
  }

  /** Of what this test has made. */
  private Answer list(String query) {
    return list(Clusters.PATH, "labels.run='" + run + "'", query);
  }

  private static Answer list(String path, String search, String query) {
    return Http.get(
        SHARED
            .server()
            .api(
                path
                    + "?search="
                    + URLEncoder.encode(search, StandardCharsets.UTF_8)
                    + "&"
                    + query));
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
        .map(item -> item.at("/id").asText())
        .toList();
  }

  private static void delete(String id) {
    Http.method("DELETE", SHARED.server().api(Clusters.PATH + "/" + id));
    Http.post(
        SHARED.server().api(Clusters.PATH + "/" + id + "/force-delete"),
        "{\"reason\":\"out of the way\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "order=name", "order=updated_time+desc,name", "order=deleted_time,id"})
  void whoGoesOnByCursorMeetsEverythingThatStaysExactlyOnce(String order) {
    List<String> gone = createSome(6);
    List<String> staying = createSome(15);
    List<String> met = new ArrayList<>();
    String cursor = "";
    for (int part = 0; cursor != null; part++) {
      Answer answer = list(order + "&size=4&cursor=" + cursor);
      met.addAll(ids(answer));
      cursor = answer.json().path("next_cursor").asText(null);
      create();
      if (part < gone.size()) {
        delete(gone.get(part));
      }
    }

    assertThat(met).doesNotHaveDuplicates().containsAll(staying);
  }

  @Test
  void aPartSaysHowManyItHasAndWhereItGoesOnAndNothingElse() {
    createSome(3);

    JsonNode first = list("size=2&cursor=").json();
    JsonNode last = list("size=2&cursor=" + first.at("/next_cursor").asText()).json();

    assertThat(first.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("items", "size", "next_cursor");
    assertThat(last.fieldNames()).toIterable().containsExactlyInAnyOrder("items", "size");
    assertThat(last.at("/size").asInt()).isEqualTo(1);
  }

  @Test
  void aCursorIsGoodForItsListOnly() {
    createSome(3);
    String cursor = list("size=2&cursor=").json().at("/next_cursor").asText();
    String other = cursor.substring(0, 20) + (cursor.charAt(20) == 'x' ? 'y' : 'x');

    assertThat(list("order=name&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(list(Clusters.PATH, "name='a'", "cursor=" + cursor).status()).isEqualTo(400);
    assertThat(
            list("/api/hyperfleet/v1/nodepools", "labels.run='" + run + "'", "cursor=" + cursor)
                .status())
        .isEqualTo(400);
    assertThat(list("cursor=" + other + cursor.substring(21)).json().at("/errors/0/field").asText())
        .isEqualTo("cursor");
    assertThat(list("size=1&cursor=" + cursor).status()).isEqualTo(200);
  }

  @Test
  void anUncountedPageHasNoTotal() {
    createSome(3);

    assertThat(list("size=2&total=false").json().has("total")).isFalse();
    assertThat(list("size=2&total=true").json().at("/total").asInt()).isEqualTo(3);
  }

  @Test
  void allKindsTogetherAreContinuedToo() {
    String cluster = create();
    Http.post(
        SHARED.server().api(Clusters.PATH + "/" + cluster + "/nodepools"),
        "{\"kind\":\"NodePool\",\"name\":\"n-1\",\"labels\":{\"run\":\"%s\"},\"spec\":{}}"
            .formatted(run));
    String search = "labels.run='" + run + "'";

    Answer first = list("/api/hyperfleet/v1/resources", search, "size=1&order=kind&cursor=");
    Answer second =
        list(
            "/api/hyperfleet/v1/resources",
            search,
            "size=1&order=kind&cursor=" + first.json().at("/next_cursor").asText());

    assertThat(first.json().at("/items/0/kind").asText()).isEqualTo("Cluster");
    assertThat(second.json().at("/items/0/kind").asText()).isEqualTo("NodePool");
    assertThat(second.json().has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'NodePool'",
        "kind = 'Cluster' or kind = 'NodePool' or true",
        "owner_id is not null or owner_id is null",
        "not (kind = 'Cluster')"
      })
  void noSearchFindsWhatIsNotInItsCollection(String search) {
    String cluster = create();
    String other = create();
    for (String owner : List.of(cluster, other)) {
      Http.post(
          SHARED.server().api(Clusters.PATH + "/" + owner + "/nodepools"),
          "{\"kind\":\"NodePool\",\"name\":\"n-1\",\"spec\":{}}");
    }

    assertThat(list(Clusters.PATH, search, "size=100").json().at("/items"))
        .allMatch(item -> item.at("/kind").asText().equals("Cluster"));
    assertThat(
            list(Clusters.PATH + "/" + cluster + "/nodepools", search, "size=100")
                .json()
                .at("/items"))
        .allMatch(item -> item.at("/owner_references/id").asText().equals(cluster));
  }

  @Test
  void whoClosesABracketThatHeDidNotOpenIsRefused() {
    Answer refused = list(Clusters.PATH, "name='x') or (name='y'", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/code").asText()).isEqualTo("HYPERFLEET-VAL-005");
    assertThat(refused.json().at("/detail").asText()).startsWith("failed to parse search query:");
  }
}
