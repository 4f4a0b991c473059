package io.hyperfleet.server.configuration;

/**
 * Whether this build supports what a setting asks for. A feature that is built changes one word
 * here.
 */
enum Support {
  WORKS,
  /** Another way to say other keys, which it turns into. */
  OTHER_SPELLING,
  /** Taken because existing configurations hold it, and changes nothing. */
  WITHOUT_EFFECT,

  AUTHENTICATION("authentication by JWT", Feature.MISSING),
  TENANTS("separation of tenants", Feature.MISSING),
  STATEMENT_LOG("a log of statements", Feature.MISSING),
  LOG_SHAPES("any log but text on standard output", Feature.MISSING),
  MASKING("masking in the log", Feature.MISSING),
  TRACING("tracing", Feature.MISSING),
  STUCK_RESOURCES("the metric of stuck resources", Feature.MISSING);

  private enum Feature {
    THERE,
    MISSING
  }

  private final String feature;
  private final Feature state;

  Support() {
    this("", Feature.THERE);
  }

  Support(String feature, Feature state) {
    this.feature = feature;
    this.state = state;
  }

  /** Nothing may then be said but the default, which leaves the feature off. */
  boolean isMissing() {
    return state == Feature.MISSING;
  }

  String feature() {
    return feature;
  }
}
