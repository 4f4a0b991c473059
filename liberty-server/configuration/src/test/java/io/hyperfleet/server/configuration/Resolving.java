package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the resolver in a world of its own. */
final class Resolving {

  final Map<String, String> environment = new HashMap<>();
  final Map<String, String> flags = new HashMap<>();

  private final Path directory;
  private List<Setting> settings = Settings.ALL;

  Resolving(Path directory) {
    this.directory = directory;
  }

  /** As it will be once every feature is there. */
  Resolving withEveryFeature() {
    settings =
        Settings.ALL.stream()
            .map(it -> it.support().isMissing() ? it.support(Support.WORKS) : it)
            .toList();
    return this;
  }

  Resolving variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Resolving flag(String name, String value) {
    flags.put(name, value);
    return this;
  }

  Resolving yaml(String text) {
    file("config.yaml", text);
    return this;
  }

  String file(String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration resolve() {
    return new ConfigurationResolver(
            environment, List.of(directory.resolve("config.yaml")), settings)
        .resolve(flags);
  }

  List<String> faults() {
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, this::resolve);
    assertThat(refusal).as("nothing was refused").isNotNull();
    return refusal.faults();
  }
}
