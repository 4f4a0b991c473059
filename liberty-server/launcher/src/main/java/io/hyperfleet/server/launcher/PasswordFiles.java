package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.Configuration.Entry;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the driver of the files that it may read a password from anew, for each connection. */
final class PasswordFiles {

  private static final String REQUESTS = "database.password";
  private static final String MIGRATIONS = "database.migration.password";

  private final Map<String, String> environment;

  PasswordFiles(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Properties of the process, none for a password that is in no file of its own. */
  Map<String, String> of(Configuration configuration) {
    Map<String, String> origins =
        configuration.entries().stream().collect(Collectors.toMap(Entry::path, Entry::origin));
    Map<String, String> files = new TreeMap<>();
    file(REQUESTS, origins).ifPresent(file -> files.put(property(REQUESTS), file));
    String migrations = origins.get(MIGRATIONS).startsWith("same as ") ? REQUESTS : MIGRATIONS;
    file(migrations, origins).ifPresent(file -> files.put(property(MIGRATIONS), file));
    return files;
  }

  /** Not if the file holds a whole URL. */
  private Optional<String> file(String path, Map<String, String> origins) {
    return Optional.of(variable(path))
        .filter(origins.get(path)::equals)
        .map(variable -> Path.of(environment.get(variable)).toAbsolutePath().toString());
  }

  private static String variable(String path) {
    return "HYPERFLEET_" + path.replace('.', '_').toUpperCase(Locale.ROOT) + "_FILE";
  }

  private static String property(String path) {
    return "hyperfleet." + path + "_file";
  }
}
