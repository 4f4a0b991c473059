package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.application.resource.InMemoryStores;
import io.hyperfleet.application.resource.ResourceDeletion;
import io.hyperfleet.application.resource.ResourceFactory;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.application.resource.Stores;
import io.hyperfleet.application.resource.UseCaseFixture;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.problem.Exchange;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesEndpointTest {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final InstantSource clock =
      InstantSource.fixed(Instant.parse("2026-08-21T10:00:00.123456Z"));
  private final Stores stores = InMemoryStores.fresh();
  private final ResourceFactory factory =
      UseCaseFixture.factory(KindFixture.KINDS, stores, clock, 1);
  private final ResourcesEndpoint endpoint =
      new ResourcesEndpoint(
          new ResourceService(KindFixture.KINDS, stores, factory, SpecSchemas.NONE, 10),
          new ResourceDeletion(KindFixture.KINDS, stores, factory),
          UseCaseFixture.reports(KindFixture.KINDS, stores, clock),
          KindFixture.KINDS,
          new BodyLimit(5000));
  private final ServletDouble exchange = new ServletDouble("GET", "/");

  @BeforeEach
  void attach() {
    endpoint.request = exchange.request();
    new Exchange(RequestContextFixture.request(), "/", clock).attachTo(exchange.request());
  }

  private CollectionEndpoint at(String plural) {
    return endpoint.collection(plural);
  }

  private static Response create(CollectionEndpoint collection, String kind, String name) {
    String body = "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{\"n\":1.0}}".formatted(kind, name);
    return collection.create(stream(body));
  }

  private static Response patch(CollectionEndpoint collection, String id, String body) {
    return collection.patch(id, stream(body));
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Response list(CollectionEndpoint collection, String query) {
    return collection.list(new ResteasyUriInfo("http://localhost/?" + query, ""));
  }

  private static Response get(CollectionEndpoint collection, String id) {
    return get(collection, id, "");
  }

  private static Response get(CollectionEndpoint collection, String id, String query) {
    return collection.get(id, new ResteasyUriInfo("http://localhost/?" + query, ""));
  }

  private static String json(Response response) {
    return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8).stripTrailing();
  }

  private static String id(Response response) {
    return JsonReader.members(json(response)).get("id").json().replace("\"", "");
  }

  private static void assertNowhere(ThrowingCallable call) {
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(call);
  }

  @Test
  void creatingAnswers201WithTheResourceAndNoLocation() {
    Response created = create(at("clusters"), "Cluster", "c-1");
    assertThat(created.getStatus()).isEqualTo(201);
    assertThat(created.getStringHeaders())
        .containsOnlyKeys("Content-Type", "Vary")
        .containsEntry("Content-Type", List.of("application/json"))
        .containsEntry("Vary", List.of("Authorization"));
    assertThat(json(created))
        .contains("\"name\":\"c-1\"", "\"spec\":{\"n\":1.0}", "\"tenancy\":{}", "\"generation\":1")
        .contains("\"created_by\":\"system@hyperfleet.local\"", "ReconciledMissingAdapters")
        .doesNotContain("labels", "deleted", "owner_references");
  }

  @ParameterizedTest
  @CsvSource({"clusters,Cluster", "channels,Channel", "wifconfigs,WifConfig"})
  void whatWasCreatedIsReadBackAlikeOnBothOfItsRoutes(String plural, String kind) {
    Response created = create(at(plural), kind, "c-1");
    Response read = get(at(plural), id(created));
    assertThat(read.getStatus()).isEqualTo(200);
    assertThat(read.getStringHeaders()).isEqualTo(created.getStringHeaders());
    assertThat(json(read)).isEqualTo(json(created));
    assertThat(json(get(at("resources"), id(created)))).isEqualTo(json(created));
  }

  @Test
  void aChildIsCreatedBelowItsParentAndReadOnAllOfItsRoutes() {
    String cluster = id(create(at("clusters"), "Cluster", "c-1"));
    CollectionEndpoint pools = at("clusters").children(cluster, "nodepools");
    Response created = create(pools, "NodePool", "n-1");

    assertThat(json(created))
        .contains(
            "\"owner_references\":{\"id\":\""
                + cluster
                + "\",\"kind\":\"Cluster\",\"href\":\"/api/hyperfleet/v1/clusters/"
                + cluster
                + "\"}");
    assertThat(json(get(pools, id(created)))).isEqualTo(json(created));
    assertThat(json(get(at("nodepools"), id(created)))).isEqualTo(json(created));
    assertThat(json(list(pools, ""))).endsWith("\"page\":1,\"size\":1,\"total\":1}");
  }

  @Test
  void aPatchAnswersTheResourceAsItIsThen() {
    Response created = create(at("clusters"), "Cluster", "c-1");

    Response patched = patch(at("clusters"), id(created), "{\"spec\":{\"n\":2}}");

    assertThat(patched.getStatus()).isEqualTo(200);
    assertThat(patched.getStringHeaders()).isEqualTo(created.getStringHeaders());
    assertThat(json(patched)).contains("\"spec\":{\"n\":2}", "\"generation\":2");
    assertThat(json(get(at("clusters"), id(created)))).isEqualTo(json(patched));
  }

  @ParameterizedTest
  @CsvSource({
    "clusters,00000000-0000-7000-8000-000000000000,Invalid JSON in request body",
    "clusters,abc,field '' must be an object",
    "resources,00000000-0000-7000-8000-000000000000,field '' must be an object"
  })
  void aPatchOfTheWrongShapeIsToldAsItsRouteDoes(String plural, String id, String detail) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> patch(at(plural), id, "[]"))
        .withMessage(detail);
  }

  @Test
  void aDeletionAnswers202WithTheResourceForTheLastTimeIfNobodyHasToBeWaitedFor() {
    Response created = create(at("channels"), "Channel", "c-1");

    Response deleted = at("channels").delete(id(created));

    assertThat(deleted.getStatus()).isEqualTo(202);
    assertThat(deleted.getStringHeaders()).isEqualTo(created.getStringHeaders());
    assertThat(json(deleted)).contains("\"deleted_time\":", "\"deleted_by\":", "\"generation\":2");
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> get(at("channels"), id(created)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}              | reason is required
          null            | reason is required
          {"reason":null} | reason is required
          {"reason":""}   | reason is required
          {"reason":1}    | field 'reason' must be a string
          []              | field '' must be an object
          ' '             | Request body is required but was empty
          {"reason":"x"}  | Cluster with id='no-such' not found
          """)
  void forceNeedsAReasonBeforeItLooksForTheResource(String body, String detail) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> at("clusters").force("no-such", stream(body)))
        .withMessage(detail);
  }

  @Test
  void aReasonIsMeasuredInCharacters() {
    String longest = "\ud83d\ude80".repeat(1024);

    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> at("clusters").force("x", stream("{\"reason\":\"" + longest + "e\"}")))
        .withMessage("reason must be at most 1024 characters");
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> at("clusters").force("x", stream("{\"reason\":\"" + longest + "\"}")))
        .withMessage("Cluster with id='x' not found");
  }

  @Test
  void whatIsMarkedIsTakenByForce() {
    String cluster = id(create(at("clusters"), "Cluster", "c-1"));
    at("clusters").delete(cluster);

    at("clusters").force(cluster, stream("{\"reason\":\"stuck\"}"));

    assertThatExceptionOfType(FleetException.class).isThrownBy(() -> get(at("clusters"), cluster));
  }

  @Test
  void aPageIsListed() {
    create(at("clusters"), "Cluster", "c-1");
    create(at("clusters"), "Cluster", "c-2");
    create(at("clusters"), "Cluster", "c-3");
    create(at("channels"), "Channel", "c-1");
    Response page = list(at("clusters"), "page=2&size=2");
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getHeaderString("Vary")).isEqualTo("Authorization");
    assertThat(json(page)).endsWith("\"page\":2,\"size\":1,\"total\":3}");
    assertThat(json(list(at("resources"), ""))).endsWith("\"size\":4,\"total\":4}");
    assertThat(json(list(at("resources"), "kind=Channel"))).endsWith("\"size\":1,\"total\":1}");
  }

  @Test
  void ofOneResourceOnlyWhatIsSelectedIsThere() {
    String id = id(create(at("clusters"), "Cluster", "c-1"));
    String expected = "{\"id\":\"%s\",\"name\":\"c-1\"}".formatted(id);

    assertThat(json(get(at("clusters"), id, "fields=name"))).isEqualTo(expected);
    assertThat(json(get(at("resources"), id, "fields=name"))).isEqualTo(expected);
  }

  @Test
  void aMissingResourceIsToldBeforeAnUnknownField() {
    String id = id(create(at("clusters"), "Cluster", "c-1"));

    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> get(at("clusters"), NOBODY, "fields=nope"))
        .withMessage("Cluster with id='%s' not found", NOBODY);
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> get(at("clusters"), id, "fields=nope"))
        .withMessage("The following field(s) doesn't exist in `Resource`: nope");
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> get(at("clusters"), "no-such"))
        .withMessage("Cluster with id='no-such' not found");
  }

  @Test
  void aTakenNameConflicts() {
    create(at("clusters"), "Cluster", "c-1");
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> create(at("clusters"), "Cluster", "c-1"))
        .withMessage("This Cluster already exists");
  }

  @Test
  void anAnnouncedLengthBeyondTheLimitIsRefused() {
    exchange.requestHeaders.put("Content-Length", "5001");
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> at("clusters").create(new ByteArrayInputStream(new byte[0])))
        .extracting(FleetException::category)
        .isEqualTo(ErrorCategory.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cluster", "cluster", "nodes", "Resources"})
  void onlyKindsOfTheCatalogueHaveRoutes(String plural) {
    assertNowhere(() -> at(plural));
  }

  @Test
  void onlyChildrenHaveRoutesBelowTheirParentAndOnlyOneLevelDeep() {
    CollectionEndpoint pools = at("clusters").children(NOBODY, "nodepools");

    assertNowhere(() -> at("clusters").children(NOBODY, "versions"));
    assertNowhere(() -> at("clusters").children(NOBODY, "channels"));
    assertNowhere(() -> at("clusters").children(NOBODY, "statuses"));
    assertNowhere(() -> at("nodepools").children(NOBODY, "clusters"));
    assertNowhere(() -> at("resources").children(NOBODY, "nodepools"));
    assertNowhere(() -> pools.children(NOBODY, "nodepools"));
  }
}
