package io.hyperfleet.server;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One running server for all the tests that only talk to it. */
final class SharedServer implements BeforeAllCallback {

  private PackagedServer server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(Namespace.create(SharedServer.class))
            .computeIfAbsent("server", key -> start(), PackagedServer.class);
  }

  PackagedServer server() {
    return server;
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

  private static PackagedServer start() {
    try {
      Path data = Files.createTempDirectory("hyperfleet-shared");
      return PackagedServer.run(data, database(TestDatabase.fresh()), "serve").awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
