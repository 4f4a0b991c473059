package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the service says about its routes. That it does so is checked in all suites. */
@ResourceLock(SharedServer.TURN)
class OpenApiIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String DOCUMENT = "/api/hyperfleet/v1/openapi";
  private static final String ID = "00000000-0000-7000-8000-000000000000";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS");

  /** The names that generated clients of the Go service know. */
  private static final List<String> PUBLISHED =
      List.of(
          "getClusters",
          "postCluster",
          "getClusterById",
          "patchClusterById",
          "deleteClusterById",
          "forceDeleteCluster",
          "getNodePoolsByClusterId",
          "createNodePool",
          "getNodePoolById",
          "patchNodePoolById",
          "deleteNodePoolById",
          "forceDeleteNodePool",
          "getNodePools",
          "getResources",
          "postResource",
          "getResourceById",
          "patchResourceById",
          "deleteResourceById",
          "forceDeleteResource");

  private static JsonNode document() {
    return Http.get(SHARED.server().api(DOCUMENT)).json();
  }

  private static <T> List<T> all(Iterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }

  @Test
  void theDocumentTellsWhichRoutesThereAre() {
    Answer answer = Http.get(SHARED.server().api(DOCUMENT));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.json().at("/openapi").asText()).isEqualTo("3.0.0");
    assertThat(answer.json().at("/info/version").asText()).isNotEmpty();
    assertThat(all(answer.json().at("/paths").fieldNames()))
        .contains(
            "/api/hyperfleet/v1/clusters",
            "/api/hyperfleet/v1/clusters/{id}/force-delete",
            "/api/hyperfleet/v1/clusters/{parent_id}/nodepools/{id}",
            "/api/hyperfleet/v1/versions/{id}",
            "/api/hyperfleet/v1/resources/{id}");
  }

  /** The methods that a path refuses are those that the document does not have. */
  @Test
  void everyRouteHasTheMethodsOfTheDocumentAndNoOthers() {
    for (Map.Entry<String, JsonNode> path : document().at("/paths").properties()) {
      String address = path.getKey().replaceAll("\\{\\w+}", ID);
      TreeSet<String> published = new TreeSet<>();
      for (String method : METHODS) {
        if (path.getValue().has(method.toLowerCase(Locale.ROOT))) {
          published.add(method);
          assertThat(Http.method(method, SHARED.server().api(address)).status())
              .as("%s %s", method, path.getKey())
              .isNotEqualTo(405);
        } else {
          published.addAll(published.contains("GET") ? List.of("HEAD") : List.of());
          assertThat(Http.method(method, SHARED.server().api(address)).status())
              .as("%s %s", method, path.getKey())
              .isEqualTo(405);
        }
      }
      assertThat(Http.method("OPTIONS", SHARED.server().api(address)).header("Allow"))
          .as(path.getKey())
          .isEqualTo(String.join(", ", published));
    }
  }

  @Test
  void noOperationIsNamedTwiceAndEachIsInASectionThatIsThere() {
    JsonNode document = document();
    List<JsonNode> operations =
        all(document.at("/paths").elements()).stream()
            .flatMap(path -> all(path.elements()).stream())
            .filter(operation -> operation.has("operationId"))
            .toList();
    List<String> sections =
        all(document.at("/tags").elements()).stream().map(it -> it.at("/name").asText()).toList();

    assertThat(operations)
        .extracting(operation -> operation.at("/operationId").asText())
        .doesNotHaveDuplicates()
        .containsAll(PUBLISHED);
    assertThat(operations)
        .extracting(operation -> operation.at("/tags/0").asText())
        .isSubsetOf(sections);
  }

  @Test
  void thePageNeedsNothingFromOutside() {
    Answer page = Http.get(SHARED.server().api(DOCUMENT + ".html"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.body()).contains("<html", "</html>").doesNotContain("http://", "https://");
  }
}
