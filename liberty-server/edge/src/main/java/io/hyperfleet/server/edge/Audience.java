package io.hyperfleet.server.edge;

import java.util.Set;

/** Whom a listener is for, and so what it serves. */
enum Audience {
  CLIENTS("hyperfleet.server.port"),
  PROBES("hyperfleet.health.port"),
  SCRAPERS("hyperfleet.metrics.port");

  /** Where the API application lies, which knows its own paths. */
  static final String API_ROOT = "/api";

  private static final Set<String> PROBE_PATHS =
      Set.of("/healthz", "/readyz", "/health", "/health/live", "/health/ready", "/health/started");

  private final String port;

  Audience(String port) {
    this.port = port;
  }

  /** The variable of the server that holds the port of the listener. */
  String port() {
    return port;
  }

  /**
   * Whether this is served here at all, by whatever method.
   *
   * @param root where the application lies that the server chose
   * @param path as sent
   */
  boolean serves(String root, String path) {
    return switch (this) {
      case CLIENTS -> root.equals(API_ROOT);
      case PROBES -> PROBE_PATHS.contains(path);
      case SCRAPERS -> path.equals("/metrics");
    };
  }
}
