package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the server does for itself before it says that it is ready, seen on its way to the database.
 */
class WarmUpIT {

  private static final String NOBODY = "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";

  @TempDir Path data;

  private final TestDatabase database = TestDatabase.fresh();
  private final RoundTrips wire = RoundTrips.to(database.host(), database.port());

  @AfterEach
  void close() throws IOException {
    wire.close();
  }

  @Test
  void theFirstRequestFindsEverythingInItsPlaceAndNothingElse() throws SQLException {
    try (PackagedServer server = start().awaitReady()) {
      List<String> before = wire.drain();
      assertThat(server.text())
          .contains("Warmed up requests=")
          .doesNotContain("HTTP request completed");

      int status = Http.get(server.api(Clusters.PATH + "/" + NOBODY)).status();

      assertThat(status).isEqualTo(404);
      assertThat(before).anyMatch(WarmUpIT::readsAResource).noneMatch(WarmUpIT::writesAResource);
      assertThat(wire.drain())
          .as("a connection that is there, and one statement")
          .noneMatch(trip -> trip.contains("statement_timeout"))
          .filteredOn(trip -> !trip.isBlank())
          .hasSizeLessThanOrEqualTo(2)
          .last()
          .matches(WarmUpIT::readsAResource);
      assertThat(rowsIn("app.resources", "app.labels")).containsOnly("0");
      assertThat(Http.get(server.metrics("/metrics")).body())
          .containsPattern("hyperfleet_db_pool_invalid_total\\{[^}]*} 0")
          .containsPattern("hyperfleet_db_connections_open\\{[^}]*} [1-9]");
    }
  }

  @Test
  void aDatabaseThatDiesInTheMiddleOfItDoesNotKeepTheServerFromBeingReady() throws IOException {
    try (PackagedServer server = start()) {
      Await.until(
          () -> "no request of its own:\n" + server.text(),
          () -> wire.drain().stream().anyMatch(WarmUpIT::readsAResource));
      wire.close();

      server.awaitReady();

      assertThat(server.lines())
          .filteredOn(line -> line.contains("armed up"))
          .singleElement()
          .asString()
          .contains("WARN  Not warmed up", "503");
      assertThat(server.text()).doesNotContain("\tat ", "HTTP request completed");
      assertThat(Http.get(server.health("/readyz")).status()).isEqualTo(503);
      assertThat(Clusters.list(server).status()).isEqualTo(503);
    }
  }

  private PackagedServer start() {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(database));
    environment.put("HYPERFLEET_DATABASE_HOST", "127.0.0.1");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(wire.port()));
    environment.putAll(PackagedServer.PATIENT_WARM_UP);
    return PackagedServer.run(data, environment, "serve");
  }

  private List<String> rowsIn(String... tables) throws SQLException {
    String counts = String.join(") UNION ALL (SELECT count(*)::text FROM ", tables);
    return new Sql(database.dataSource()).column("(SELECT count(*)::text FROM " + counts + ")");
  }

  private static boolean readsAResource(String trip) {
    return trip.startsWith("SELECT") && trip.contains("labels");
  }

  private static boolean writesAResource(String trip) {
    return trip.startsWith("BEGIN") && trip.contains("labels");
  }
}
