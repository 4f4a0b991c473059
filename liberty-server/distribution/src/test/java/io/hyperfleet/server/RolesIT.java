package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
  private static final String SERVING_PASSWORD = "{xor}p@ss w'ö\"rd=${HOME} \\ {xor}x";
  private static final String ROTATED_PASSWORD = "{hash}{xor}next";
  private static final String MIGRATING = "Migrator \"1\"";
  private static final String MIGRATING_PASSWORD = "{aes}';-- ";

  @TempDir Path data;

  @Test
  void theOwnerMigratesTheUserServesAndNeitherDoesTheWorkOfTheOther() throws Exception {
    try (OwnPostgres postgres = OwnPostgres.start(data.resolve("postgres"))) {
      prepare(postgres);
      Path config = Files.writeString(data.resolve("config.yaml"), config(postgres.port()));
      Map<String, String> environment = new TreeMap<>(PackagedServer.PATIENT_WARM_UP);
      environment.put("HYPERFLEET_CONFIG", config.toString());
      Path secret = Files.writeString(data.resolve("secret"), SERVING_PASSWORD);
      environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", secret.toString());
      try (PackagedServer server =
          PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady()) {
        assertThat(Clusters.create(server).status()).isEqualTo(201);
        assertThat(Clusters.list(server).json().at("/total").asInt()).isEqualTo(1);
        assertThat(server.text())
            .contains("Warmed up requests=")
            .doesNotContain(SERVING_PASSWORD, MIGRATING_PASSWORD, "xor}x");
        assertThatNothingKeeps(SERVING_PASSWORD, data.resolve("server"));
        assertThatNothingKeeps(MIGRATING_PASSWORD, data.resolve("server"));
        rotateUnderLoad(server, admin(postgres, DATABASE), secret);
      }
      assertOwnership(admin(postgres, DATABASE));
      Sql user = new Sql(login(postgres, DATABASE, SERVING, ROTATED_PASSWORD));
      assertThatThrownBy(() -> user.run("CREATE TABLE fleet.mine (id int)"))
          .hasMessageContaining("permission denied for schema fleet");
      assertThatThrownBy(() -> user.run("DELETE FROM fleet.flyway_schema_history"))
          .hasMessageContaining("permission denied for table flyway_schema_history");
      assertThatThrownBy(() -> user.run("DROP TABLE fleet.resources"))
          .hasMessageContaining("must be owner");
    }
  }

  private static void assertThatNothingKeeps(String password, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .noneMatch(file -> holds(file, password) || holds(file, disguised(password)));
    }
  }

  /** As the server writes it. */
  private static String disguised(String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) '_';
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static boolean holds(Path file, String text) {
    try {
      Charset bytes = StandardCharsets.ISO_8859_1;
      String needle = new String(text.getBytes(StandardCharsets.UTF_8), bytes);
      return Files.readString(file, bytes).contains(needle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connections live for a second, so each of these requests may be the first of a new one. */
  private static void rotateUnderLoad(PackagedServer server, Sql admin, Path secret)
      throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<FutureTask<Set<Integer>>> clients =
        Stream.generate(() -> new FutureTask<>(() -> statuses(server, done))).limit(4).toList();
    clients.forEach(client -> new Thread(client, "client").start());
    Path next = Files.writeString(secret.resolveSibling("next"), ROTATED_PASSWORD);
    Files.move(next, secret, StandardCopyOption.ATOMIC_MOVE);
    admin.run("ALTER ROLE " + name(SERVING) + " PASSWORD " + text(ROTATED_PASSWORD));
    String changed = admin.column("SELECT clock_timestamp()").get(0);
    try {
      Await.until(
          "sessions with the new password, and no other",
          () -> sessions(admin, ">", changed) > 0 && sessions(admin, "<", changed) == 0);
    } finally {
      done.set(true);
    }
    for (FutureTask<Set<Integer>> client : clients) {
      assertThat(client.get()).containsExactly(200);
    }
  }

  private static Set<Integer> statuses(PackagedServer server, AtomicBoolean done) {
    Set<Integer> statuses = new TreeSet<>();
    while (!done.get()) {
      statuses.add(Clusters.list(server).status());
    }
    return statuses;
  }

  private static int sessions(Sql admin, String comparison, String moment) throws SQLException {
    String question =
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'hyperfleet-api'"
            + " AND backend_start %s CAST(? AS timestamptz)";
    return Integer.parseInt(admin.column(question.formatted(comparison), moment).get(0));
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
          schema: fleet
          pool:
            conn_max_lifetime: 1s
          migration:
            username: %s
            password: %s
        """
        .formatted(port, text(DATABASE), text(SERVING), text(MIGRATING), text(MIGRATING_PASSWORD));
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
