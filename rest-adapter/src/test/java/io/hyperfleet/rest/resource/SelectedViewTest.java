package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectedViewTest {

  private static final Resource CLUSTER = ResourceFixture.cluster().named("c-1").build();

  private static JsonValue seen(Resource resource, String fields) {
    FieldSelection selection = FieldSelection.of(List.of(fields)).orElseThrow();
    SelectedView view = new SelectedView(new ResourceView(KindFixture.KINDS), selection);
    return tree(JsonWriter.text(json -> view.write(resource, json)));
  }

  private static JsonValue tree(String json) {
    return JsonReader.tree(new Document(json));
  }

  @Test
  void onlyWhatIsSelectedIsThere() {
    assertThat(seen(CLUSTER, "name"))
        .isEqualTo(tree("{\"id\":\"%s\",\"name\":\"c-1\"}".formatted(CLUSTER.id())));
  }

  @Test
  void whatARootDoesNotHaveIsNull() {
    assertThat(seen(CLUSTER, "labels,references,owner_references,deleted_time,deleted_by"))
        .isEqualTo(
            tree(
                """
                {"id":"%s","labels":null,"references":null,"owner_references":null,
                 "deleted_time":null,"deleted_by":null}"""
                    .formatted(CLUSTER.id())));
  }

  @Test
  void whatAChildHasIsWhole() {
    Resource pool =
        ResourceFixture.nodePoolOf(CLUSTER)
            .withLabels(Map.of("zone", "a"))
            .withSpec("{\"n\":1.50}")
            .inTenancy("{\"org\":\"acme\"}")
            .withGeneration(3)
            .updated(Instant.parse("2026-08-21T11:00:00.987654Z"), "carol")
            .build();
    assertThat(
            seen(
                pool,
                "kind,labels,spec,tenancy,generation,updated_time,updated_by,"
                    + "owner_references.id,owner_references.kind"))
        .isEqualTo(
            tree(
                """
                {"id":"%s","kind":"NodePool","labels":{"zone":"a"},"spec":{"n":1.50},
                 "tenancy":{"org":"acme"},"generation":3,"updated_time":"2026-08-21T11:00:00Z",
                 "updated_by":"carol","owner_references":{"id":"%s","kind":"Cluster"}}"""
                    .formatted(pool.id(), CLUSTER.id())));
  }

  @Test
  void ofConditionsTimesHaveNoDecimalsAndWhatIsMissingIsNull() {
    Resource cluster =
        ResourceFixture.cluster()
            .withConditions(
                """
                [{"type":"Reconciled","status":"True","observed_generation":2,
                  "created_time":"2026-08-21T10:00:00.123456Z",
                  "last_updated_time":"2026-08-21T10:00:01.999999Z",
                  "last_transition_time":"2026-08-21T10:00:02Z"}]""")
            .build();
    assertThat(seen(cluster, "status.conditions"))
        .isEqualTo(
            tree(
                """
                {"id":"%s","status":{"conditions":[
                  {"type":"Reconciled","status":"True","reason":null,"message":null,
                   "observed_generation":2,"created_time":"2026-08-21T10:00:00Z",
                   "last_updated_time":"2026-08-21T10:00:01Z",
                   "last_transition_time":"2026-08-21T10:00:02Z"}]}}"""
                    .formatted(cluster.id())));
    assertThat(seen(cluster, "status.conditions.type"))
        .isEqualTo(
            tree(
                "{\"id\":\"%s\",\"status\":{\"conditions\":[{\"type\":\"Reconciled\"}]}}"
                    .formatted(cluster.id())));
  }

  @Test
  void withoutConditionsTheStatusIsEmpty() {
    Resource cluster = ResourceFixture.cluster().withConditions("[]").build();
    assertThat(seen(cluster, "status.conditions"))
        .isEqualTo(tree("{\"id\":\"%s\",\"status\":{\"conditions\":[]}}".formatted(cluster.id())));
  }
}
