package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server started by its own script, without the launcher. */
class ServerRunIT {

  @TempDir Path data;

  @Test
  void tablesAndRowsAreInTheSchemaThatWasAskedFor() throws SQLException {
    TestDatabase database = TestDatabase.fresh();
    Map<String, String> environment = SharedServer.database(database);
    environment.put("HYPERFLEET_DATABASE_SCHEMA", "foo");
    environment.put("WLP_OUTPUT_DIR", data.toString());

    try (PackagedServer server =
        PackagedServer.run(
                PackagedServer.HOME.resolve("wlp/bin/server"),
                data,
                environment,
                "run",
                "hyperfleet")
            .awaitListening()) {
      Await.until("it is ready", () -> Http.get(server.health("/readyz")).status() == 200);

      assertThat(Clusters.create(server).status()).isEqualTo(201);
      assertThat(Http.get(server.api("/metrics")).status()).isEqualTo(404);
    }
    Sql sql = new Sql(database.dataSource());
    assertThat(sql.column("SELECT count(*)::text FROM foo.resources")).containsExactly("1");
    assertThat(sql.column("SELECT nspname FROM pg_namespace WHERE nspname = 'app'")).isEmpty();
  }
}
