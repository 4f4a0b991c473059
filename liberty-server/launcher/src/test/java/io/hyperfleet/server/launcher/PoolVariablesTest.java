package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the keys of the pool mean to Liberty. */
class PoolVariablesTest {

  @Test
  void theDefaults() {
    assertThat(variables())
        .containsEntry("pool.max", "50")
        .containsEntry("pool.min", "10")
        .containsEntry("threads", "150")
        .containsEntry("pool.wait", "30s")
        .containsEntry("pool.idle", "60s")
        .containsEntry("pool.aged", "300s")
        .containsEntry("pool.reap", "30s")
        .containsEntry("pool.check", "2s")
        .containsEntry("pool.connect", "5s")
        .containsEntry("pool.silence", "35s")
        .containsEntry("health.wait", "3s")
        .containsEntry("statement.cache", "50")
        .containsEntry("statement.prepare", "5")
        .containsEntry(
            "session.setup",
            "SET statement_timeout = 30000; SET plan_cache_mode = force_generic_plan");
  }

  @Test
  void zeroIsNeverWhereLibertyWouldTakeItAtItsWord() {
    assertThat(
            variables(
                "--db-conn-max-lifetime", "0s",
                "--db-conn-max-idle-time", "0s",
                "--db-request-timeout", "0s"))
        .containsEntry("pool.aged", "-1")
        .containsEntry("pool.idle", "-1")
        .containsEntry("pool.wait", "-1")
        .containsEntry("pool.silence", "0")
        .containsEntry("pool.connect", "5s")
        .containsEntry("pool.reap", "30s");
  }

  @Test
  void partsOfASecondAreRoundedUp() {
    assertThat(
            variables(
                "--db-request-timeout", "1200ms",
                "--db-conn-max-idle-time", "500ms",
                "--health-db-ping-timeout", "1ms"))
        .containsEntry("pool.wait", "2s")
        .containsEntry("pool.connect", "2s")
        .containsEntry("pool.idle", "1s")
        .containsEntry("pool.reap", "1s")
        .containsEntry("health.wait", "2s");
  }

  @Test
  void theWaitForAConnectionIsThatOfARequestUnlessItIsSet() {
    assertThat(variables("--db-request-timeout", "7s")).containsEntry("pool.wait", "7s");
    assertThat(variables("--db-acquire-timeout", "3s")).containsEntry("pool.wait", "3s");
  }

  @Test
  void noMoreConnectionsStayOpenThanThereMayBe() {
    assertThat(variables("--db-max-open-connections", "4"))
        .containsEntry("pool.max", "4")
        .containsEntry("pool.min", "4");
  }

  @Test
  void aPoolerOfTransactionsKeepsNothingForASession() {
    assertThat(variables("--db-pooler-mode", "transaction"))
        .containsEntry("statement.cache", "0")
        .containsEntry("statement.prepare", "0")
        .containsEntry("session.setup", "");
    assertThat(variables("--db-pooler-mode", "session"))
        .containsEntry(
            "session.setup",
            "SET statement_timeout = 30000; SET plan_cache_mode = force_generic_plan");
  }

  @Test
  void withoutPrePingNothingIsChecked() {
    assertThat(variables("--db-pre-ping", "false")).containsEntry("pool.check", "-1");
  }

  private static Map<String, String> variables(String... flags) {
    Map<String, String> typed = new TreeMap<>();
    for (int i = 0; i < flags.length; i += 2) {
      typed.put(flags[i], flags[i + 1]);
    }
    Map<String, String> names = new TreeMap<>();
    PoolVariables.of(new ConfigurationResolver(Map.of(), List.of(), Settings.ALL).resolve(typed))
        .forEach((name, value) -> names.put(name.replace("hyperfleet.derived.", ""), value));
    return names;
  }
}
