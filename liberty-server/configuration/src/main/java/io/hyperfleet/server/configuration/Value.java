package io.hyperfleet.server.configuration;

/**
 * What one source says.
 *
 * @param origin the flag, the variable or the file, for whoever has to mend it
 */
record Value(String text, Source source, String origin) {

  static Value byDefault(String text) {
    return new Value(text, Source.DEFAULT, "default");
  }

  Value withText(String other) {
    return new Value(other, source, origin);
  }

  boolean isStrongerThan(Value other) {
    return source.compareTo(other.source) < 0;
  }
}
