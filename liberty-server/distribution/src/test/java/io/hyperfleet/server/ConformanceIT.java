package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.conformance.Replay;
import io.hyperfleet.server.conformance.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Conversations recorded with the Go service, held again with ours. See docs/conformance.md. */
class ConformanceIT {

  private static final Path FOLDER = Path.of("src/test/resources/conformance").toAbsolutePath();

  private static final List<Scenario> SCENARIOS = Scenario.below(FOLDER.resolve("given"));

  /** By name, the steps that we answer otherwise, on purpose: these and no others differ. */
  private static final Map<String, String> OTHERWISE = list("otherwise.txt");

  @TempDir Path data;

  @TestFactory
  Stream<DynamicTest> everythingHoldsWithTheExtendedRegistry() {
    return replay("extended", SCENARIOS);
  }

  @TestFactory
  Stream<DynamicTest> whatNeedsNoMoreKindsHoldsWithTheStandardRegistry() {
    return replay(
        "standard", SCENARIOS.stream().filter(scenario -> !scenario.needsMoreKinds()).toList());
  }

  @Test
  void whatIsListedIsAScenario() {
    assertThat(SCENARIOS).extracting(Scenario::name).containsAll(OTHERWISE.keySet());
  }

  private Stream<DynamicTest> replay(String registry, List<Scenario> scenarios) {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    environment.put("HYPERFLEET_CONFIG", file("registry", registry));
    environment.put("HYPERFLEET_SERVER_OPENAPI_SCHEMA_PATH", file("schema", registry));
    PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady();
    Replay replay = new Replay(server.api(""), InstantSource.system());
    return scenarios.stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it, replay)))
        .onClose(server::close);
  }

  private static void check(Scenario scenario, Replay replay) {
    List<String> differences = replay.differences(scenario);
    if (OTHERWISE.containsKey(scenario.name())) {
      assertThat(steps(differences)).as(scenario.name()).isEqualTo(OTHERWISE.get(scenario.name()));
    } else {
      assertThat(differences).as(scenario.name()).isEmpty();
    }
  }

  /** A step is named at the beginning of a line, and what differs in it on lines of their own. */
  private static String steps(List<String> differences) {
    return differences.stream()
        .filter(line -> !line.startsWith(" "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.joining(" "));
  }

  private static String file(String name, String registry) {
    return FOLDER.resolve(name + "-" + registry + ".yaml").toString();
  }

  private static Map<String, String> list(String file) {
    try {
      Map<String, String> list = new TreeMap<>();
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        String[] words = line.split(": ", 2);
        list.put(words[0], words[1]);
      }
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
