package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a request waits for the database, counted on the wire between the two: statements,
 * beginnings and ends of transactions, checks of connections and whatever else somebody sends.
 */
class RoundTripsIT {

  /** A connection that idled for longer is checked, as it should be. */
  private static final Duration RECENT = Duration.ofSeconds(1);

  @TempDir private static Path data;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final RoundTrips WIRE = RoundTrips.to(DATABASE.host(), DATABASE.port());
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(DATABASE));
    environment.put("HYPERFLEET_DATABASE_HOST", "127.0.0.1");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(WIRE.port()));
    server = PackagedServer.run(data, environment, "serve").awaitReady();
    IntStream.range(0, 30).forEach(i -> create(Names.next()));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    WIRE.close();
  }

  @Test
  void oneResourceIsOneRoundTrip() {
    String path = create(Names.next()).json().at("/href").asText();

    assertThat(tripsOf(200, () -> Http.get(server.api(path))))
        .singleElement()
        .asString()
        .startsWith("SELECT")
        .contains("labels");
  }

  @Test
  void aResourceThatIsNotThereIsOneRoundTrip() {
    String path = Clusters.PATH + "/0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";

    assertThat(tripsOf(404, () -> Http.get(server.api(path)))).hasSize(1);
  }

  @Test
  void aListIsTwoRoundTripsWhateverThePageSize() {
    assertThat(tripsOf(200, () -> list("?size=1"))).hasSize(2);
    assertThat(tripsOf(200, () -> list("?size=20"))).hasSize(2);
  }

  @Test
  void aSearchIsTwoRoundTripsAndOneWithoutItsTotal() {
    String search = "?size=1&order=name&search=not(name%20like%20'x%25')";

    assertThat(tripsOf(200, () -> list(search))).hasSize(2);
    assertThat(tripsOf(200, () -> list(search + "&total=false"))).hasSize(1);
  }

  @Test
  void whatGoesOnByCursorIsOneRoundTripWhereverItIs() {
    String first = list("?size=1&cursor=").json().at("/next_cursor").asText();

    assertThat(tripsOf(200, () -> list("?size=1&cursor="))).hasSize(1);
    assertThat(tripsOf(200, () -> list("?size=1&cursor=" + first))).hasSize(1);
  }

  @Test
  void whatIsNotSelectedIsNotRead() {
    assertThat(tripsOf(200, () -> list("?size=1&total=false&fields=name")))
        .satisfiesExactly(
            select -> assertThat(select).doesNotContain("r.spec", "r.conditions", ".labels l"));
    String cluster = create(Names.next()).json().at("/href").asText();
    assertThat(tripsOf(200, () -> Http.get(server.api(cluster + "?fields=name"))))
        .satisfiesExactly(
            select -> assertThat(select).doesNotContain("r.spec", "r.conditions", ".labels l"));
  }

  @Test
  void aListThatEndsWithItsPageIsOneRoundTrip() {
    assertThat(tripsOf(200, () -> list("?size=100"))).hasSize(1);
  }

  @Test
  void aCreateIsTwoRoundTripsWithItsCommit() {
    assertThat(tripsOf(201, () -> create(Names.next())))
        .satisfiesExactly(
            insert -> assertThat(insert).startsWith("BEGIN; WITH").contains("labels"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
  }

  @Test
  void aConflictIsTwoRoundTripsWithItsRollback() {
    String taken = Names.next();
    create(taken);

    assertThat(tripsOf(409, () -> create(taken)))
        .satisfiesExactly(
            insert -> assertThat(insert).startsWith("BEGIN; WITH"),
            rollback -> assertThat(rollback).isEqualTo("ROLLBACK"));
  }

  @Test
  void aPatchIsThreeRoundTripsWithItsCommit() {
    String cluster = create(Names.next()).json().at("/href").asText();

    assertThat(tripsOf(200, () -> patch(cluster, "{\"spec\":{\"a\":1}}")))
        .satisfiesExactly(
            lock -> assertThat(lock).startsWith("BEGIN; SELECT").contains("FOR NO KEY UPDATE"),
            update -> assertThat(update).startsWith("WITH").contains("labels"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
  }

  @Test
  void aDeletionIsFourRoundTripsHoweverManyChildrenThereAre() {
    String cluster = create(Names.next()).json().at("/href").asText();
    String empty = create(Names.next()).json().at("/href").asText();
    for (int i = 0; i < 30; i++) {
      createPool(cluster, "np-" + i);
    }

    assertThat(tripsOf(202, () -> Http.method("DELETE", server.api(cluster))))
        .satisfiesExactly(
            lock -> assertThat(lock).startsWith("BEGIN; SELECT").contains("FOR UPDATE"),
            level -> assertThat(level).contains("FOR UPDATE", "owner_id"),
            mark -> assertThat(mark).startsWith("UPDATE"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
    assertThat(tripsOf(202, () -> Http.method("DELETE", server.api(empty)))).hasSize(4);
  }

  @Test
  void aChildIsCreatedAndReadWithoutItsOwnersContent() {
    String cluster = create(Names.next()).json().at("/href").asText();

    assertThat(tripsOf(201, () -> createPool(cluster, "np-1")))
        .satisfiesExactly(
            hold ->
                assertThat(hold)
                    .startsWith("BEGIN; SELECT")
                    .contains("FOR KEY SHARE")
                    .doesNotContain("spec"),
            insert -> assertThat(insert).startsWith("WITH"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
    String pool = createPool(cluster, "np-2").json().at("/href").asText();
    assertThat(tripsOf(200, () -> Http.get(server.api(pool)))).hasSize(1);
  }

  private static Answer createPool(String cluster, String name) {
    return Http.post(
        server.api(cluster + "/nodepools"),
        "{\"kind\":\"NodePool\",\"name\":\"%s\",\"spec\":{}}".formatted(name));
  }

  @Test
  void aPatchIsThreeRoundTripsBelowAParentAndFourOfAnyKind() {
    String cluster = create(Names.next()).json().at("/href").asText();
    JsonNode pool = createPool(cluster, "np-1").json();
    String anyKind = "/api/hyperfleet/v1/resources/" + pool.at("/id").asText();

    assertThat(tripsOf(200, () -> patch(pool.at("/href").asText(), "{\"labels\":{\"c\":\"3\"}}")))
        .hasSize(3);
    assertThat(tripsOf(200, () -> patch(anyKind, "{\"references\":{}}"))).hasSize(4);
  }

  @Test
  void aPatchThatChangesNothingWritesNothing() {
    String cluster = create(Names.next()).json().at("/href").asText();

    assertThat(tripsOf(200, () -> patch(cluster, "{\"spec\":{ }}"))).hasSize(2);
  }

  @Test
  void aReportIsFourRoundTripsOnEveryRoute() {
    String cluster = create(Names.next()).json().at("/href").asText();
    JsonNode pool = createPool(cluster, "np-1").json();
    String nested = pool.at("/href").asText();
    String id = "/" + pool.at("/id").asText();

    assertThat(tripsOf(201, () -> report(cluster, "validation", "True")))
        .satisfiesExactly(
            lock -> assertThat(lock).startsWith("BEGIN; SELECT").contains("FOR NO KEY UPDATE"),
            reports -> assertThat(reports).startsWith("SELECT").contains("adapter_statuses"),
            store -> assertThat(store).startsWith("WITH").contains("INSERT", "UPDATE"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
    assertThat(tripsOf(201, () -> report(nested, "validation", "True"))).hasSize(4);
    assertThat(tripsOf(201, () -> report("/api/hyperfleet/v1/nodepools" + id, "other", "True")))
        .hasSize(4);
    assertThat(tripsOf(201, () -> report("/api/hyperfleet/v1/resources" + id, "more", "True")))
        .hasSize(4);
  }

  @Test
  void aReportWithoutNewsDoesNotTouchTheResourceAndNoneIsStoredTwice() {
    String cluster = create(Names.next()).json().at("/href").asText();

    assertThat(tripsOf(201, () -> report(cluster, "stranger", "True")).get(2))
        .contains("INSERT")
        .doesNotContain("UPDATE \"app\".resources", "followed");
    assertThat(tripsOf(204, () -> report(cluster, "stranger", "Unknown"))).hasSize(3);
  }

  @Test
  void theReportsOfAResourceAreTwoRoundTrips() {
    String cluster = create(Names.next()).json().at("/href").asText();
    report(cluster, "validation", "True");

    assertThat(tripsOf(200, () -> Http.get(server.api(cluster + "/statuses?size=1")))).hasSize(2);
  }

  private static Answer report(String path, String adapter, String available) {
    return Http.put(
        server.api(path + "/statuses"),
        """
        {"adapter":"%s","observed_generation":1,"conditions":[{"type":"Available","status":"%s"},
         {"type":"Applied","status":"True"},{"type":"Health","status":"True"}]}
        """
            .formatted(adapter, available));
  }

  @Test
  void whatBreaksARuleAndWhatIsOnlyAboutTheServiceNeverGetThere() {
    assertThat(tripsOf(400, () -> list("?size=0"))).isEmpty();
    assertThat(tripsOf(200, () -> Http.get(server.api("/api/hyperfleet")))).isEmpty();
  }

  /** On a connection that was used a moment ago; on a machine that stood still, once more. */
  private static List<String> tripsOf(int status, Supplier<Answer> request) {
    List<String> trips;
    long start;
    do {
      start = System.nanoTime();
      list("?size=1");
      WIRE.drain();
      assertThat(request.get().status()).isEqualTo(status);
      trips = WIRE.drain();
    } while (System.nanoTime() - start > RECENT.toNanos());
    return trips;
  }

  private static Answer list(String query) {
    return Http.get(server.api(Clusters.PATH + query));
  }

  private static Answer patch(String path, String body) {
    return Http.patch(server.api(path), body);
  }

  private static Answer create(String name) {
    return Http.post(
        server.api(Clusters.PATH),
        "{\"kind\":\"Cluster\",\"name\":\"%s\",\"spec\":{},\"labels\":{\"a\":\"1\",\"b\":\"2\"}}"
            .formatted(name));
  }
}
