package io.hyperfleet.server.configuration;

import java.util.Map;

/** Turns keys that are only another way to say something into what they say. */
final class OtherSpellings {

  private static final String URL = "database.url";
  private static final String SIZE = "database.pool.size";
  private static final String OVERFLOW = "database.pool.max_overflow";
  private static final String DEPRECATED_TRACING = "logging.otel.enabled";
  private static final String TRACING = "tracing.enabled";

  private final Map<String, Value> found;
  private final Findings findings;

  OtherSpellings(Map<String, Value> found, Findings findings) {
    this.found = found;
    this.findings = findings;
  }

  void translate() {
    translateDatabaseUrl();
    translatePoolSize();
    translateDeprecatedTracing();
  }

  /** A key of its own wins over the URL unless the URL came from a stronger source. */
  private void translateDatabaseUrl() {
    Value url = found.get(URL);
    if (url == null) {
      return;
    }
    Map<String, String> parts;
    try {
      parts = DatabaseUrl.parse(url.text());
    } catch (IllegalArgumentException reportedWithAllOtherFaults) {
      return;
    }
    parts.forEach(
        (path, text) ->
            found.merge(
                path, url.withText(text), (own, part) -> part.isStrongerThan(own) ? part : own));
  }

  private void translatePoolSize() {
    int size = count(SIZE);
    int overflow = count(OVERFLOW);
    if (size > 0) {
      Value kept = found.get(SIZE);
      setUnlessStronger("database.pool.max_idle_connections", kept.withText("" + size));
      setUnlessStronger("database.pool.max_connections", kept.withText("" + (size + overflow)));
    } else if (overflow > 0) {
      findings.fault(
          "%s: from %s, says nothing without %s"
              .formatted(OVERFLOW, found.get(OVERFLOW).origin(), SIZE));
    }
  }

  /** Zero for what is not there; what is no number is reported with all other faults. */
  private int count(String path) {
    Value value = found.get(path);
    return value != null && value.text().matches("\\d{1,4}") ? Integer.parseInt(value.text()) : 0;
  }

  private void setUnlessStronger(String path, Value meant) {
    Value own = found.putIfAbsent(path, meant);
    if (own != null && own.source() == meant.source()) {
      findings.fault(
          "%s: from %s, contradicts %s from %s; set only one of them"
              .formatted(path, own.origin(), SIZE, meant.origin()));
    } else if (own != null && meant.isStrongerThan(own)) {
      found.put(path, meant);
    }
  }

  private void translateDeprecatedTracing() {
    Value deprecated = found.get(DEPRECATED_TRACING);
    if (deprecated == null) {
      return;
    }
    boolean ignored = found.putIfAbsent(TRACING, deprecated) != null;
    findings.warning(
        "%s from %s is deprecated%s; use %s"
            .formatted(
                DEPRECATED_TRACING, deprecated.origin(), ignored ? " and ignored" : "", TRACING));
  }
}
