package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pool in the words of Liberty, which counts whole seconds, has -1 for never, and knows neither
 * a largest number of unused connections nor an overflow.
 */
final class PoolVariables {

  private static final String PREFIX = "hyperfleet.derived.";
  private static final String NEVER = "-1";
  private static final Duration LONGEST_REAP = Duration.ofSeconds(30);

  /** Bounds what no deadline of a request can reach: connecting, and a check before use. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final Duration CHECK = Duration.ofSeconds(2);

  /** So much later the driver gives up a ping, so that a ping that is late is told as one. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** How much longer than a request the network may stay silent. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  /**
   * How many requests may wait for a connection. More of them wait for a thread, where no deadline
   * sees them.
   */
  private static final int WAITING = 100;

  /**
   * Statements are made to run well whatever their parameters are. Left to itself, PostgreSQL finds
   * that a plan for one partition looks cheaper than one for all, and makes one for each execution,
   * which costs more than to execute it.
   */
  private static final String ONE_PLAN = "SET plan_cache_mode = force_generic_plan";

  private final Configuration configuration;
  private final Map<String, String> variables = new TreeMap<>();

  private PoolVariables(Configuration configuration) {
    this.configuration = configuration;
  }

  static Map<String, String> of(Configuration configuration) {
    PoolVariables pool = new PoolVariables(configuration);
    pool.sizes();
    pool.times();
    pool.statements();
    return pool.variables;
  }

  private void sizes() {
    int max = configuration.number("database.pool.max_connections");
    int idle = configuration.number("database.pool.max_idle_connections");
    put("pool.max", String.valueOf(max));
    put("pool.min", String.valueOf(Math.min(idle, max)));
    put("threads", String.valueOf(max + WAITING));
  }

  private void times() {
    Duration idle = configuration.duration("database.pool.conn_max_idle_time");
    Duration request = configuration.duration("database.pool.request_timeout");
    put("pool.wait", seconds(configuration.duration("database.pool.acquire_timeout")));
    put("pool.idle", seconds(idle));
    put("pool.aged", seconds(configuration.duration("database.pool.conn_max_lifetime")));
    put(
        "pool.reap",
        seconds(isLimit(idle) ? shorter(idle.dividedBy(2), LONGEST_REAP) : LONGEST_REAP));
    put("pool.check", configuration.isOn("database.pool.pre_ping") ? seconds(CHECK) : NEVER);
    put("pool.connect", seconds(isLimit(request) ? shorter(request, CONNECT) : CONNECT));
    put("pool.silence", isLimit(request) ? seconds(request.plus(SILENCE)) : "0");
    put("health.wait", seconds(configuration.duration("health.db_ping_timeout").plus(GRACE)));
  }

  /** A pooler that gives each transaction another session cannot keep anything for a session. */
  private void statements() {
    boolean sessions = !configuration.text("database.pooler_mode").equals("transaction");
    long limit = configuration.duration("database.statement_timeout").toMillis();
    put("statement.cache", sessions ? "50" : "0");
    put("statement.prepare", sessions ? "5" : "0");
    put(
        "session.setup",
        sessions ? "SET statement_timeout = " + Math.max(0, limit) + "; " + ONE_PLAN : "");
  }

  private void put(String name, String value) {
    variables.put(PREFIX + name, value);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static boolean isLimit(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static String seconds(Duration duration) {
    return isLimit(duration) ? duration.plusNanos(999_999_999).toSeconds() + "s" : NEVER;
  }
}
