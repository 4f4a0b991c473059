package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The three roles of a production database, under names and passwords that nobody may fold, split
 * or forget to quote.
 */
class RolesIT {

  private static final String DATABASE = "Fleet \"ü\" = @ db";
  private static final String SERVING = "app user 'ü'=@";
  private static final String SERVING_PASSWORD = " p@ss w'ö\"rd=${HOME} \\ {xor}x ";
  private static final String MIGRATING = "Migrator \"1\"";
  private static final String MIGRATING_PASSWORD = "';-- {aes}";

  @TempDir Path data;

  @Test
  void theOwnerMigratesTheUserServesAndNeitherDoesTheWorkOfTheOther() throws Exception {
    try (OwnPostgres postgres = OwnPostgres.start(data.resolve("postgres"))) {
      prepare(postgres);
      Path config = Files.writeString(data.resolve("config.yaml"), config(postgres.port()));
      Map<String, String> environment = new TreeMap<>(PackagedServer.PATIENT_WARM_UP);
      environment.put("HYPERFLEET_CONFIG", config.toString());
      try (PackagedServer server =
          PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady()) {
        assertThat(Clusters.create(server).status()).isEqualTo(201);
        assertThat(Clusters.list(server).json().at("/total").asInt()).isEqualTo(1);
        assertThat(server.text())
            .contains("Warmed up requests=")
            .doesNotContain(SERVING_PASSWORD.strip(), MIGRATING_PASSWORD, "xor}x");
      }
      assertOwnership(admin(postgres, DATABASE));
      Sql user = new Sql(login(postgres, DATABASE, SERVING, SERVING_PASSWORD));
      assertThatThrownBy(() -> user.run("CREATE TABLE fleet.mine (id int)"))
          .hasMessageContaining("permission denied for schema fleet");
      assertThatThrownBy(() -> user.run("DELETE FROM fleet.flyway_schema_history"))
          .hasMessageContaining("permission denied for table flyway_schema_history");
      assertThatThrownBy(() -> user.run("DROP TABLE fleet.resources"))
          .hasMessageContaining("must be owner");
    }
  }

  private static void assertOwnership(Sql admin) throws SQLException {
    assertThat(
            admin.column(
                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('fleet', 'app')"))
        .containsExactly("appowner");
    assertThat(admin.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .isEmpty();
    assertThat(admin.column("SELECT usename FROM pg_user WHERE usename = 'appowner'"))
        .as("an owner that can log in")
        .isEmpty();
  }

  private void prepare(OwnPostgres postgres) throws Exception {
    Sql server = admin(postgres, "postgres");
    server.run("CREATE ROLE appowner NOLOGIN");
    server.run("CREATE ROLE " + name(SERVING) + " LOGIN PASSWORD " + text(SERVING_PASSWORD));
    server.run(
        "CREATE ROLE %s LOGIN PASSWORD %s IN ROLE appowner"
            .formatted(name(MIGRATING), text(MIGRATING_PASSWORD)));
    server.run("ALTER ROLE " + name(MIGRATING) + " SET role = 'appowner'");
    server.run("CREATE DATABASE " + name(DATABASE) + " OWNER appowner");
    Sql admin = admin(postgres, DATABASE);
    admin.run("CREATE SCHEMA fleet AUTHORIZATION appowner");
    admin.run("GRANT USAGE ON SCHEMA fleet TO " + name(SERVING));
    admin.run(
        "ALTER DEFAULT PRIVILEGES FOR ROLE appowner IN SCHEMA fleet"
            + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
            + name(SERVING));
    Files.writeString(
        data.resolve("postgres/pg_hba.conf"),
        "host all postgres all trust\nhost all all all scram-sha-256\n");
    server.column("SELECT pg_reload_conf()");
  }

  /** In YAML, where a quote is written twice. */
  private static String config(int port) {
    return """
        database:
          host: localhost
          port: %d
          name: %s
          username: %s
          password: %s
          schema: fleet
          migration:
            username: %s
            password: %s
        """
        .formatted(
            port,
            text(DATABASE),
            text(SERVING),
            text(SERVING_PASSWORD),
            text(MIGRATING),
            text(MIGRATING_PASSWORD));
  }

  private static Sql admin(OwnPostgres postgres, String database) {
    return new Sql(login(postgres, database, "postgres", ""));
  }

  private static PGSimpleDataSource login(
      OwnPostgres postgres, String database, String user, String password) {
    PGSimpleDataSource login = new PGSimpleDataSource();
    login.setPortNumbers(new int[] {postgres.port()});
    login.setDatabaseName(database);
    login.setUser(user);
    login.setPassword(password);
    return login;
  }

  private static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The same in SQL and in YAML. */
  private static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
