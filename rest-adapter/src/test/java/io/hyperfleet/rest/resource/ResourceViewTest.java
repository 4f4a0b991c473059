package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.application.resource.Listing;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.search.SearchValue;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

class ResourceViewTest {

  private static final ResourceView VIEW = new ResourceView(KindFixture.KINDS);

  private static String json(Object entity) {
    return new String((byte[]) entity, StandardCharsets.UTF_8).stripTrailing();
  }

  @Test
  void anActiveRootShowsWhatItHasAndNothingElse() {
    Resource cluster =
        ResourceFixture.cluster().named("c-1").withSpec("{}").withConditions("[]").build();
    assertThat(json(VIEW.of(cluster)))
        .isEqualTo(
            """
            {"id":"%1$s","kind":"Cluster","name":"c-1","href":"/api/hyperfleet/v1/clusters/%1$s",\
            "spec":{},"tenancy":{},"generation":1,\
            "created_time":"2026-08-21T10:00:00.123456Z","created_by":"alice@example.com",\
            "updated_time":"2026-08-21T10:00:00.123456Z","updated_by":"alice@example.com",\
            "status":{"conditions":[]}}"""
                .formatted(cluster.id()));
  }

  @Test
  void aDeletedChildShowsItsOwnerAndItsEnd() {
    Resource cluster = ResourceFixture.cluster().build();
    Resource pool =
        ResourceFixture.nodePoolOf(cluster)
            .named("workers-1")
            .withLabels(Map.of("zone", "", "role", "worker"))
            .withSpec("{\"text\":\"\\u00e9\", \"n\":1.0,\"n\":123456789012345678901}")
            .inTenancy("{\"org\":\"acme\"}")
            .withGeneration(2)
            .withConditions("[{\"type\":\"Reconciled\"}]")
            .updated(Instant.parse("2026-08-21T11:00:00.500Z"), "carol")
            .deleted()
            .build();
    assertThat(json(VIEW.of(pool)))
        .isEqualTo(
            """
            {"id":"%1$s","kind":"NodePool","name":"workers-1",\
            "href":"/api/hyperfleet/v1/clusters/%2$s/nodepools/%1$s",\
            "owner_references":{"id":"%2$s","kind":"Cluster",\
            "href":"/api/hyperfleet/v1/clusters/%2$s"},\
            "labels":{"role":"worker","zone":""},\
            "spec":{"text":"\\u00e9", "n":1.0,"n":123456789012345678901},\
            "tenancy":{"org":"acme"},"generation":2,\
            "created_time":"2026-08-21T10:00:00.123456Z","created_by":"alice@example.com",\
            "updated_time":"2026-08-21T11:00:00.500Z","updated_by":"carol",\
            "deleted_time":"2026-08-21T11:00:00.499999Z","deleted_by":"bob@example.com",\
            "status":{"conditions":[{"type":"Reconciled"}]}}"""
                .formatted(pool.id(), cluster.id()));
  }

  @Test
  void referencesShowWhereTheirTargetsAre() {
    Resource cluster = ResourceFixture.cluster().build();
    Resource pool = ResourceFixture.nodePoolOf(cluster).build();
    Resource stranger = ResourceFixture.root(ResourceFixture.newKind()).build();
    Resource source =
        ResourceFixture.cluster().referringTo("b", pool).referringTo("a", stranger).build();

    assertThat(json(VIEW.of(source)))
        .contains(
            """
            "references":{"a":[{"id":"%s","kind":"%s"}],\
            "b":[{"id":"%s","kind":"NodePool","href":"/api/hyperfleet/v1/nodepools/%3$s"}]}"""
                .formatted(stranger.id(), stranger.kind().name(), pool.id()));
  }

  @Test
  void aListTellsHowManyItShows() {
    Resource first = ResourceFixture.cluster().build();
    Resource second = ResourceFixture.cluster().deleted().build();
    assertThat(json(VIEW.of(counted(5_000_000_000L, first, second), query("page=3"))))
        .isEqualTo(
            "{\"items\":[%s,%s],\"page\":3,\"size\":2,\"total\":5000000000}"
                .formatted(json(VIEW.of(first)), json(VIEW.of(second))));
  }

  @Test
  void whatIsLongIsWrittenInPieces() throws IOException {
    String spec = "{\"a\":\"" + "\u00e9".repeat(100_000) + "\"}";
    Resource cluster = ResourceFixture.cluster().withSpec(spec).build();
    ByteArrayOutputStream client = new ByteArrayOutputStream();

    ((StreamingOutput) VIEW.of(counted(1, cluster), query(""))).write(client);

    assertThat(client.toString(StandardCharsets.UTF_8))
        .startsWith("{\"items\":[{\"id\":\"" + cluster.id())
        .contains("\"spec\":" + spec + ",\"tenancy\"")
        .endsWith("\"page\":1,\"size\":1,\"total\":1}\n");
  }

  @Test
  void anEmptyListHasAnEmptyArray() {
    assertThat(json(VIEW.of(counted(57), query("page=7"))))
        .isEqualTo("{\"items\":[],\"page\":7,\"size\":0,\"total\":57}");
  }

  @Test
  void aPageThatIsNotCountedHasNoTotal() {
    Listing uncounted = new Listing(List.of(), OptionalLong.empty(), Optional.empty());
    assertThat(json(VIEW.of(uncounted, query("total=false"))))
        .isEqualTo("{\"items\":[],\"page\":1,\"size\":0}");
  }

  @Test
  void aListThatIsContinuedHasACursorInsteadOfAPageAsLongAsThereIsMore() {
    ListPosition position = new ListPosition(List.of(Optional.of(new SearchValue.Text("x"))));
    ListQuery query = query("cursor&order=id");
    Listing more = new Listing(List.of(), OptionalLong.empty(), Optional.of(position));
    Listing end = new Listing(List.of(), OptionalLong.empty(), Optional.empty());

    assertThat(json(VIEW.of(more, query)))
        .isEqualTo(
            "{\"items\":[],\"size\":0,\"next_cursor\":\"%s\"}".formatted(query.cursor(position)));
    assertThat(json(VIEW.of(end, query))).isEqualTo("{\"items\":[],\"size\":0}");
  }

  @Test
  void ofTheItemsOfAListOnlyWhatIsSelectedIsThere() {
    Resource cluster = ResourceFixture.cluster().named("c-1").build();

    assertThat(json(VIEW.of(counted(1, cluster), query("fields=name"))))
        .isEqualTo(
            "{\"items\":[{\"id\":\"%s\",\"name\":\"c-1\"}],\"page\":1,\"size\":1,\"total\":1}"
                .formatted(cluster.id()));
  }

  private static Listing counted(long total, Resource... items) {
    return new Listing(List.of(items), OptionalLong.of(total), Optional.empty());
  }

  private static ListQuery query(String query) {
    return ListQuery.of(new ResteasyUriInfo("http://localhost/clusters?" + query, ""));
  }
}
