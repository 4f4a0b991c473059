package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds that this service has never heard of, as whoever declares them meets them. */
class ExamplesIT {

  private static final String BASE = "/api/hyperfleet/v1";

  private static final String LONGEST_KIND = "K".repeat(100);

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"property-care", "accounts"})
  void theFirstTenMinutesOfAnExampleGoAsItsPageSays(String example) throws IOException {
    Path folder = PackagedServer.HOME.resolve("examples").resolve(example);
    String page = Files.readString(folder.resolve("README.md"));
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    environment.put("HYPERFLEET_CONFIG", folder.resolve("registry.yaml").toString());
    environment.put(
        "HYPERFLEET_SERVER_OPENAPI_SCHEMA_PATH", folder.resolve("schemas.yaml").toString());

    PackagedServer check = PackagedServer.run(data, environment, "config", "check");
    assertThat(check.awaitExit()).isZero();
    assertThat(page).contains("```\n" + check.text() + "\n```");

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      List<CurlPage.Exchange> exchanges = new CurlPage(page).run(server.api(BASE));

      assertThat(exchanges).hasSizeGreaterThan(5).allMatch(CurlPage.Exchange::isAsPromised);
    }
  }

  @Test
  void aDeclarationReachesTheServerToTheLastLetter() throws IOException {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    environment.put("HYPERFLEET_CONFIG", unusual().toString());

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      String depot = create(server, "/depots", "Depot", "d").at("/id").asText();
      JsonNode crate = create(server, "/depots/" + depot + "/crates", "Crate", "crate");
      String bays = "/crates/" + crate.at("/id").asText() + "/bays";
      JsonNode bay = create(server, bays, LONGEST_KIND, "bay");
      String id = bay.at("/id").asText();

      assertThat(bay.at("/kind").asText()).isEqualTo(LONGEST_KIND);
      assertThat(bay.at("/href").asText()).isEqualTo(crate.at("/href").asText() + "/bays/" + id);
      assertThat(bay.at("/status/conditions/0/message").asText()).contains("[${HOME}, ü\\{a},b]");
      assertThat(Http.get(server.api(BASE + bays)).json().at("/items/0")).isEqualTo(bay);
      assertThat(Http.patch(server.api(BASE + "/bays/" + id), "{\"spec\":{\"a\":1}}").status())
          .isEqualTo(200);
      assertThat(Http.post(server.api(BASE + "/depots"), body("Depot", "depots")).status())
          .isEqualTo(400);
      assertThat(Http.get(server.api(BASE + "/clusters")).status()).isEqualTo(404);
    }
  }

  /** With the longest name of a kind, two levels of owners, and what other readers would expand. */
  private Path unusual() throws IOException {
    return Files.writeString(
        data.resolve("registry.yaml"),
        """
        entities:
          - {kind: Depot, plural: depots, name_max_len: 5}
          - {kind: Crate, plural: crates, parent_kind: Depot}
          - kind: %s
            plural: bays
            parent_kind: Crate
            required_adapters: ['${HOME}', 'ü\\{a},b']
        """
            .formatted(LONGEST_KIND));
  }

  @Test
  void aDeclarationAtFaultEndsTheProgramBeforeItStarts() throws IOException {
    Path registry =
        Files.writeString(
            data.resolve("registry.yaml"),
            "entities:\n- {kind: A, plural: as}\n- {kind: B, plural: bs, parent_kind: C}\n");
    PackagedServer server =
        PackagedServer.run(data, Map.of("HYPERFLEET_CONFIG", registry.toString()), "serve");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .containsExactly(
            "hyperfleet-api: "
                + registry
                + ":3:3: entity kind \"B\" references unregistered parent kind \"C\"");
  }

  private static JsonNode create(
      PackagedServer server, String collection, String kind, String name) {
    Http.Answer created = Http.post(server.api(BASE + collection), body(kind, name));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json();
  }

  private static String body(String kind, String name) {
    return "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{}}".formatted(kind, name);
  }
}
