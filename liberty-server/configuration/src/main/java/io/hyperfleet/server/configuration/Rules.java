package io.hyperfleet.server.configuration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no key can say for itself: how the values have to fit together. */
final class Rules {

  private static final List<String> LISTENERS = List.of("server", "health", "metrics");

  /** The chart's readiness probe gives up then. */
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(3);

  private static final Pattern SAYS_WHICH_DATABASE =
      Pattern.compile(
          "database\\.((migration\\.)?(host|port|username|password)|name|url|pooler_mode|ssl\\..*)");

  private final Map<String, Value> values;
  private final Findings findings;

  /**
   * Rules for these.
   *
   * @param values without those that broke the rule of their type, about which nothing more is said
   */
  Rules(Map<String, Value> values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  void check() {
    deriveDefaults();
    new ListenerTlsRules(values, findings).check(LISTENERS);
    checkThatPortsDiffer();
    checkThatAnswersCanBeWritten();
    checkPool();
    new DatabaseTlsRules(values, findings).check();
    checkEmbeddedDatabase();
    checkPing();
  }

  private void deriveDefaults() {
    if (isDefault("database.pool.max_idle_connections") && idle().isPresent()) {
      limit()
          .filter(limit -> limit < idle().get())
          .ifPresent(
              limit ->
                  values.put(
                      "database.pool.max_idle_connections",
                      Value.byDefault(Integer.toString(limit))));
    }
  }

  private void checkThatPortsDiffer() {
    Map<String, String> owners = new HashMap<>();
    for (String listener : LISTENERS) {
      String path = listener + ".port";
      String port = text(path).orElse(null);
      String owner = port == null ? null : owners.putIfAbsent(port, path);
      if (owner != null) {
        findings.fault(
            "%s and %s are both %s: each listener needs its own port".formatted(owner, path, port));
      }
    }
  }

  private void checkThatAnswersCanBeWritten() {
    Optional<Duration> request = duration("database.pool.request_timeout");
    Optional<Duration> write = duration("server.timeouts.write");
    if (request.isPresent() && write.isPresent() && write.get().compareTo(request.get()) <= 0) {
      findings.fault(
          "server.timeouts.write",
          "%s must be longer than database.pool.request_timeout, %s, or nobody hears that a request"
                  .formatted(GoDuration.format(write.get()), GoDuration.format(request.get()))
              + " took too long");
    }
  }

  private void checkPool() {
    if (idle().isPresent() && limit().isPresent() && idle().get() > limit().get()) {
      findings.fault(
          "database.pool.max_idle_connections",
          "%d must not be more than database.pool.max_connections, %d"
              .formatted(idle().get(), limit().get()));
    }
  }

  private void checkEmbeddedDatabase() {
    if (holds("database.embedded")) {
      values.forEach(
          (path, value) -> {
            if (!isDefault(path) && SAYS_WHICH_DATABASE.matcher(path).matches()) {
              findings.fault(
                  "%s: from %s, contradicts database.embedded; set only one of them"
                      .formatted(path, value.origin()));
            }
          });
    }
  }

  private void checkPing() {
    duration("health.db_ping_timeout")
        .filter(timeout -> timeout.compareTo(PROBE_PATIENCE) >= 0)
        .ifPresent(
            timeout ->
                findings.warning(
                    "health.db_ping_timeout is %s, but a readiness probe usually gives up after %s"
                        .formatted(GoDuration.format(timeout), GoDuration.format(PROBE_PATIENCE))));
  }

  private Optional<Integer> limit() {
    return text("database.pool.max_connections").map(Integer::valueOf);
  }

  private Optional<Integer> idle() {
    return text("database.pool.max_idle_connections").map(Integer::valueOf);
  }

  private Optional<Duration> duration(String path) {
    return text(path).map(GoDuration::parse);
  }

  private Optional<String> text(String path) {
    return Optional.ofNullable(values.get(path)).map(Value::text);
  }

  private boolean holds(String path) {
    return text(path).filter("true"::equals).isPresent();
  }

  private boolean isDefault(String path) {
    return Optional.ofNullable(values.get(path))
        .filter(value -> value.source() == Source.DEFAULT)
        .isPresent();
  }
}
