package io.hyperfleet.server;

import io.hyperfleet.persistence.database.PgBouncer;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One running server for all the tests that only talk to it, or that need its kinds. Suites run
 * beside each other; those that use this one take turns, because they look at what is stored and
 * counted in it.
 */
final class SharedServer implements BeforeAllCallback {

  /** What a suite that uses it locks. */
  static final String TURN = "io.hyperfleet.server.SharedServer";

  /** Set for the second run of the black-box tests. */
  private static final String BEHIND_A_POOLER = "test.pooler";

  private static final Path BUILT = Path.of("target").toAbsolutePath();

  private static final Path REGISTRIES = Path.of("src/test/resources/registries").toAbsolutePath();

  private final Map<String, String> kinds;
  private PackagedServer server;

  SharedServer() {
    this(Map.of());
  }

  private SharedServer(Map<String, String> kinds) {
    this.kinds = kinds;
  }

  /** One for all who name the same file of kinds. */
  static SharedServer ofKinds(String registry) {
    return new SharedServer(
        Map.of("HYPERFLEET_CONFIG", REGISTRIES.resolve(registry + ".yaml").toString()));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!locks(context.getRequiredTestClass())) {
      throw new IllegalStateException("say @ResourceLock(SharedServer.TURN)");
    }
    server =
        context
            .getRoot()
            .getStore(Namespace.create(SharedServer.class))
            .computeIfAbsent(kinds, key -> start(), PackagedServer.class);
  }

  PackagedServer server() {
    return server;
  }

  private static boolean locks(Class<?> suite) {
    return Stream.of(suite.getAnnotationsByType(ResourceLock.class))
        .anyMatch(lock -> lock.value().equals(TURN));
  }

  /** The environment that points a server at a database. */
  static Map<String, String> database(TestDatabase database) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HYPERFLEET_DATABASE_HOST", database.host());
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(database.port()));
    environment.put("HYPERFLEET_DATABASE_NAME", database.name());
    environment.put("HYPERFLEET_DATABASE_USERNAME", database.username());
    if (database.password() != null) {
      environment.put("HYPERFLEET_DATABASE_PASSWORD", database.password());
    }
    return environment;
  }

  private PackagedServer start() {
    try {
      Path data = Files.createTempDirectory(BUILT, "shared-server");
      TestDatabase database = TestDatabase.fresh();
      Map<String, String> environment = database(database);
      environment.putAll(kinds);
      if (Boolean.getBoolean(BEHIND_A_POOLER)) {
        environment.putAll(pooler(database, data));
      }
      PackagedServer server =
          PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady();
      Http.publishedBy(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lives as long as this JVM, as the server does. */
  private static Map<String, String> pooler(TestDatabase database, Path folder) {
    try {
      PgBouncer pooler = PgBouncer.before(database, folder, SharedServer.class);
      Runtime.getRuntime().addShutdownHook(new Thread(pooler::close));
      return behind(pooler);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of the environment is otherwise if there is a pooler before the database. */
  static Map<String, String> behind(PgBouncer pooler) {
    return Map.of(
        "HYPERFLEET_DATABASE_HOST",
        "127.0.0.1",
        "HYPERFLEET_DATABASE_PORT",
        String.valueOf(pooler.port()),
        "HYPERFLEET_DATABASE_POOLER_MODE",
        "transaction");
  }
}
