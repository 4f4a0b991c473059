package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.configuration.RandomConfigurations.Said;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whatever anybody says: it holds completely, or it is refused by name. */
class RandomConfigurationsTest {

  private static final long SEED = 20_261_120L;
  private static final int RUNS = 1_000;

  private static final List<Setting> LASTING =
      Settings.ALL.stream().filter(setting -> setting.support() != Support.OTHER_SPELLING).toList();

  @TempDir Path directory;

  private int accepted;

  @Test
  void nothingIsEverHalfConfigured(TestReporter reporter) {
    RandomConfigurations configurations = new RandomConfigurations(SEED, Settings.ALL);
    for (int run = 0; run < RUNS; run++) {
      check("seed %d, run %d".formatted(SEED, run), configurations.next());
    }
    reporter.publishEntry("seed", Long.toString(SEED));
    reporter.publishEntry("accepted", accepted + " of " + RUNS);

    assertThat(accepted).isBetween(RUNS / 4, RUNS * 3 / 4);
  }

  private void check(String run, List<Said> said) {
    Resolving resolving = new Resolving(directory);
    Map<String, String> yaml = new HashMap<>();
    said.forEach(it -> it.to(resolving, yaml));
    resolving.yaml(RandomConfigurations.yaml(yaml));
    try {
      Configuration configuration = resolving.resolve();
      accepted++;
      assertThat(said).as(run).allMatch(it -> it.right() || it.isOverruled(said));
      assertThatItIsComplete(run, configuration);
      assertThatItSurvivesBeingWrittenDown(run, configuration);
    } catch (ConfigurationException refused) {
      assertThatItSaysWhy(run, said, refused);
    }
  }

  private static void assertThatItIsComplete(String run, Configuration configuration) {
    assertThat(LASTING)
        .as(run)
        .allSatisfy(
            setting -> {
              String text = configuration.text(setting.path());
              assertThat(setting.type().read(text)).isEqualTo(text);
            });
    assertThat(configuration.asProperties().stringPropertyNames())
        .as(run)
        .containsExactlyInAnyOrderElementsOf(LASTING.stream().map(Setting::property).toList());
  }

  /** In files of their own, where secrets may be, too. */
  private void assertThatItSurvivesBeingWrittenDown(String run, Configuration configuration) {
    Resolving again = new Resolving(directory);
    again.yaml("");
    for (Configuration.Entry entry : configuration.entries()) {
      if (!entry.source().equals("default")) {
        Setting setting =
            LASTING.stream().filter(it -> it.path().equals(entry.path())).findFirst().orElseThrow();
        String file = again.file("again-" + entry.path(), configuration.text(entry.path()));
        setting.variable().ifPresent(name -> again.variable(name + "_FILE", file));
      }
    }
    assertThat(again.resolve().asProperties()).as(run).isEqualTo(configuration.asProperties());
  }

  private static void assertThatItSaysWhy(
      String run, List<Said> said, ConfigurationException refused) {
    assertThat(refused.faults())
        .as(run)
        .isNotEmpty()
        .allMatch(
            fault -> Settings.ALL.stream().anyMatch(setting -> fault.contains(setting.path())));
    said.stream()
        .filter(it -> !it.right() && !it.isOverruled(said))
        .forEach(
            wrong ->
                assertThat(refused.faults())
                    .as(run)
                    .anyMatch(fault -> fault.startsWith(wrong.setting().path() + ": ")));
  }
}
