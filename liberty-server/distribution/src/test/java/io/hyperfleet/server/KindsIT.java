package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind on each of its routes, from outside. What is the same for all: see {@link ClustersIT}.
 */
@ResourceLock(SharedServer.TURN)
class KindsIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String BASE = "/api/hyperfleet/v1";
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  @ParameterizedTest
  @CsvSource({"Cluster,clusters", "Channel,channels", "WifConfig,wifconfigs"})
  void aRootHasTheRoutesOfItsKindAndThoseOfEverything(String kind, String plural) {
    JsonNode root = create("/" + plural, kind);

    assertThat(root.at("/kind").asText()).isEqualTo(kind);
    assertThat(root.at("/href").asText()).isEqualTo(BASE + "/" + plural + "/" + id(root));
    assertThat(root.has("owner_references")).isFalse();
    assertThat(read("/" + plural + "/" + id(root))).isEqualTo(root);
    assertThat(read("/resources/" + id(root))).isEqualTo(root);
    assertThat(items("/" + plural)).contains(root);
    assertThat(items("/resources?kind=" + kind)).contains(root);
    assertThat(items("/resources")).contains(root);
  }

  @ParameterizedTest
  @CsvSource({"Cluster,clusters,NodePool,nodepools", "Channel,channels,Version,versions"})
  void aChildHasRoutesBelowItsParentToo(
      String parentKind, String parents, String kind, String children) {
    JsonNode parent = create("/" + parents, parentKind);
    JsonNode other = create("/" + parents, parentKind);
    String nested = "/" + parents + "/" + id(parent) + "/" + children;

    JsonNode child = create(nested, kind);

    assertThat(child.at("/href").asText()).isEqualTo(BASE + nested + "/" + id(child));
    assertThat(child.at("/owner_references").toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"kind\":\"%s\",\"href\":\"%s\"}"
                .formatted(id(parent), parentKind, parent.at("/href").asText()));
    assertThat(read(nested + "/" + id(child))).isEqualTo(child);
    assertThat(read("/" + children + "/" + id(child) + "/")).isEqualTo(child);
    assertThat(read("/resources/" + id(child))).isEqualTo(child);
    assertThat(items(nested)).containsExactly(child);
    assertThat(items("/" + children)).contains(child);
    assertThat(items("/" + parents + "/" + id(other) + "/" + children)).isEmpty();
    assertRefused(
        404,
        kind + " with id='" + id(child) + "' not found",
        Http.get(api("/" + parents + "/" + id(other) + "/" + children + "/" + id(child))));
  }

  @ParameterizedTest
  @CsvSource({"Channel,channels", "Version,versions", "WifConfig,wifconfigs"})
  void whatNobodyReportsOnHasNoConditions(String kind, String plural) {
    String collection =
        kind.equals("Version")
            ? "/channels/" + id(create("/channels", "Channel")) + "/versions"
            : "/" + plural;

    assertThat(create(collection, kind).at("/status").toString()).isEqualTo("{\"conditions\":[]}");
  }

  @Test
  void aRootIsCreatedWithoutNamingItsCollection() {
    JsonNode channel = create("/resources", "Channel");

    assertThat(channel.at("/href").asText()).isEqualTo(BASE + "/channels/" + id(channel));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nodepools", "/resources"})
  void aChildIsNotCreatedWithoutNamingItsParent(String route) {
    assertRefused(
        422,
        "kind \"NodePool\" is a child kind; create it via /clusters/{id}/nodepools",
        post(route, "NodePool", Names.next()));
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "abc", "%F0%9F%98%80"})
  void aParentThatIsNotThereIsTold(String id) {
    String told = id.startsWith("%") ? "\uD83D\uDE00" : id;
    String nested = "/clusters/" + id + "/nodepools";
    String detail = "Cluster with id='" + told + "' not found";

    assertRefused(404, detail, post(nested, "NodePool", Names.next()));
    assertRefused(404, detail, Http.get(api(nested + "?page=0")));
    assertRefused(404, detail, Http.get(api(nested + "/" + NOBODY)));
  }

  @Test
  void theIdOfAnotherKindNamesNothing() {
    String channel = id(create("/channels", "Channel"));

    assertRefused(
        404, "Cluster with id='" + channel + "' not found", Http.get(api("/clusters/" + channel)));
    assertRefused(
        404,
        "Cluster with id='" + channel + "' not found",
        post("/clusters/" + channel + "/nodepools", "NodePool", Names.next()));
    assertRefused(404, "Resource with id='abc' not found", Http.get(api("/resources/abc")));
  }

  @ParameterizedTest
  @CsvSource({
    "%22,\"",
    "a%2Fb,a/b",
    "a%5Cb,a\\b",
    "a;b,a;b",
    "%25,%",
    "a+b,a+b",
    "*,*",
    "%7Bid%7D,{id}"
  })
  void anIdMayBeAnyTextAndIsToldAsPeopleReadIt(String sent, String read) {
    Answer answer = Http.get(api("/channels/" + sent));

    assertRefused(404, "Channel with id='" + read + "' not found", answer);
    assertThat(answer.json().at("/instance").asText()).isEqualTo(BASE + "/channels/" + read);
  }

  @Test
  void aNameIsTakenOncePerParent() {
    String name = Names.next();
    String pools = "/clusters/" + id(create("/clusters", "Cluster")) + "/nodepools";
    String others = "/clusters/" + id(create("/clusters", "Cluster")) + "/nodepools";

    assertThat(post(pools, "NodePool", name).status()).isEqualTo(201);
    assertRefused(409, "This NodePool already exists", post(pools, "NodePool", name));
    assertThat(post(others, "NodePool", name).status()).isEqualTo(201);
  }

  @Test
  void theListOfEverythingIsNarrowedByKnownKindsOnly() {
    create("/channels", "Channel");

    assertThat(items("/resources?kind=Channel"))
        .isNotEmpty()
        .allMatch(item -> item.at("/kind").asText().equals("Channel"));
    assertRefused(400, "Unknown entity kind: Foo", Http.get(api("/resources?kind=Foo")));
    assertRefused(400, "Unknown entity kind:  ", Http.get(api("/resources?kind=%20")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clusters/a/versions",
        "/clusters/a/channels",
        "/nodepools/a/clusters",
        "/clusters/a/nodepools/b/c",
        "/clusters/a/nodepools/b/nodepools",
        "/resources/a/nodepools",
        "/klusters/a",
        "/Clusters"
      })
  void otherPathsLeadNowhereWhateverTheMethod(String path) {
    for (String method : List.of("GET", "POST", "PUT", "OPTIONS")) {
      assertRefused(
          404,
          "The requested endpoint '" + BASE + path + "' does not exist",
          Http.method(method, api(path)));
    }
  }

  private static JsonNode create(String collection, String kind) {
    Answer created = post(collection, kind, Names.next());
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json();
  }

  private static Answer post(String collection, String kind, String name) {
    return Http.post(
        api(collection),
        "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{\"a\":1}}".formatted(kind, name));
  }

  private static JsonNode read(String path) {
    Answer answer = Http.get(api(path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonNode> items(String path) {
    return stream(read(path).at("/items")).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String id(JsonNode resource) {
    return resource.at("/id").asText();
  }

  private static String api(String path) {
    return SHARED.server().api(BASE + path);
  }

  private static void assertRefused(int status, String detail, Answer answer) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/detail").asText()).isEqualTo(detail);
  }
}
