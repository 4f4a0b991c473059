package io.hyperfleet.server.configuration;

import java.util.Locale;

/** Who can say what a key holds, strongest first. */
enum Source {
  FLAG,
  VARIABLE,
  NAMED_FILE,
  YAML,
  DEFAULT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
