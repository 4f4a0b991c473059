package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.application.resource.InMemoryResourceStore;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.json.JsonConditions;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.problem.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClustersEndpointTest {

  private final InstantSource clock =
      InstantSource.fixed(Instant.parse("2026-08-21T10:00:00.123456Z"));
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final ClustersEndpoint clusters =
      new ClustersEndpoint(
          new ResourceService(
              new InMemoryResourceStore(transactions),
              SpecSchemas.NONE,
              new JsonConditions(),
              transactions,
              new TimeOrderedIds(clock, new Random(1)),
              clock),
          KindFixture.KINDS,
          new BodyLimit(1000));

  private final HttpServletRequest http = new ServletDouble("GET", "/").request();

  @BeforeEach
  void attach() {
    new Exchange(RequestContextFixture.request(), "/", clock).attachTo(http);
  }

  private Response create(String name) {
    String body = "{\"kind\":\"Cluster\",\"name\":\"%s\",\"spec\":{\"n\":1.0}}".formatted(name);
    return clusters.create(
        null, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), http);
  }

  private Response list(String query) {
    return clusters.list(new ResteasyUriInfo("http://localhost/?" + query, ""), http);
  }

  private static String json(Response response) {
    return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
  }

  private static String id(Response response) {
    return JsonReader.members(json(response)).get("id").json().replace("\"", "");
  }

  @Test
  void creatingAnswers201WithTheResourceAndNoLocation() {
    Response created = create("c-1");
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

  @Test
  void whatWasCreatedIsReadBackAlike() {
    Response created = create("c-1");
    Response read = clusters.get(id(created), http);
    assertThat(read.getStatus()).isEqualTo(200);
    assertThat(read.getStringHeaders()).isEqualTo(created.getStringHeaders());
    assertThat(json(read)).isEqualTo(json(created));
  }

  @Test
  void aPageIsListed() {
    create("c-1");
    create("c-2");
    create("c-3");
    Response page = list("page=2&size=2");
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getHeaderString("Vary")).isEqualTo("Authorization");
    assertThat(json(page)).endsWith("\"page\":2,\"size\":1,\"total\":3}");
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> clusters.get("no-such", http))
        .withMessage("Cluster with id='no-such' not found");
  }

  @Test
  void aTakenNameConflicts() {
    create("c-1");
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> create("c-1"))
        .withMessage("This Cluster already exists");
  }

  @Test
  void anAnnouncedLengthBeyondTheLimitIsRefused() {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> clusters.create("1001", new ByteArrayInputStream(new byte[0]), http))
        .extracting(FleetException::category)
        .isEqualTo(ErrorCategory.TOO_LARGE);
  }
}
