package io.hyperfleet.server.configuration;

import static io.hyperfleet.server.configuration.ValueType.atLeast;
import static io.hyperfleet.server.configuration.ValueType.bool;
import static io.hyperfleet.server.configuration.ValueType.duration;
import static io.hyperfleet.server.configuration.ValueType.number;
import static io.hyperfleet.server.configuration.ValueType.optional;

import java.time.Duration;
import java.util.List;

/** The connections to the database. */
final class PoolSettings {

  static final List<Setting> ALL =
      List.of(
          Setting.of(
              "database.pool.max_connections",
              "--db-max-open-connections",
              number(1, 200),
              "50",
              "Most connections at once"),
          Setting.of(
              "database.pool.max_idle_connections",
              "--db-max-idle-connections",
              number(0, 200),
              "10",
              "Most connections that are kept unused; at most `database.pool.max_connections`"),
          Setting.of(
                  "database.pool.size",
                  "--db-pool-size",
                  optional(number(1, 200)),
                  "",
                  "Connections that are kept, in the spelling of SQLAlchemy")
              .support(Support.OTHER_SPELLING),
          Setting.of(
                  "database.pool.max_overflow",
                  "--db-pool-max-overflow",
                  optional(number(0, 199)),
                  "",
                  "Connections above `database.pool.size` that are not kept")
              .support(Support.OTHER_SPELLING),
          Setting.of(
              "database.pool.conn_max_lifetime",
              "--db-conn-max-lifetime",
              duration(Duration.ZERO),
              "5m",
              "Age at which a connection is replaced; 0 is never"),
          Setting.of(
              "database.pool.conn_max_idle_time",
              "--db-conn-max-idle-time",
              duration(Duration.ZERO),
              "1m",
              "How long an unused connection above the kept ones stays open; 0 is for ever"),
          Setting.of(
              "database.pool.pre_ping",
              "--db-pre-ping",
              bool(),
              "true",
              "Try a connection before using it again"),
          Setting.of(
              "database.pool.request_timeout",
              "--db-request-timeout",
              duration(Duration.ZERO),
              "30s",
              "Time that a request has for its connection and all its statements; 0 is no limit"),
          Setting.of(
              "database.pool.acquire_timeout",
              "--db-acquire-timeout",
              optional(duration(Duration.ZERO)),
              "",
              "How long a request waits for a connection; else `database.pool.request_timeout`"),
          Setting.of(
              "database.pool.conn_retry_attempts",
              "--db-conn-retry-attempts",
              atLeast(1),
              "10",
              "How often an absent database is tried again at start"),
          Setting.of(
              "database.pool.conn_retry_interval",
              "--db-conn-retry-interval",
              duration(Duration.ZERO),
              "3s",
              "Pause between two tries"),
          Setting.of(
              "database.pool.advisory_lock_timeout",
              "--db-advisory-lock-timeout",
              duration(Duration.ZERO),
              "5m",
              "How long to wait while another process migrates; 0 stands for 5m"));

  private PoolSettings() {}
}
