package io.hyperfleet.server.configuration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every key there is. A new one is a new line in the list of its section. */
public final class Settings {

  /** Keys that hold what another one holds unless they are set. */
  public static final Map<String, String> SAME_AS =
      Map.of(
          "database.pool.acquire_timeout", "database.pool.request_timeout",
          "database.migration.host", "database.host",
          "database.migration.port", "database.port",
          "database.migration.username", "database.username",
          "database.migration.password", "database.password");

  public static final List<Setting> ALL =
      Stream.of(
              ServerSettings.ALL,
              DatabaseSettings.ALL,
              PoolSettings.ALL,
              ObservationSettings.HEALTH,
              ObservationSettings.METRICS,
              ObservationSettings.LOGGING,
              ObservationSettings.OTHERS)
          .flatMap(List::stream)
          .toList();

  private Settings() {}
}
