package io.hyperfleet.json.yaml;

import io.hyperfleet.json.JsonValue;

/**
 * Something that a file holds. It is equal only to itself: where it was written is a part of it. An
 * alias is the very value that it names.
 */
public abstract sealed class YamlValue permits YamlGroup, YamlList, YamlScalar {

  private final YamlPlace place;

  YamlValue(YamlPlace place) {
    this.place = place;
  }

  public final YamlPlace place() {
    return place;
  }

  /**
   * The same value in JSON.
   *
   * @throws YamlException if it has a number that JSON cannot spell
   */
  public abstract JsonValue json();

  /** Whether nothing is said here. */
  public boolean isNull() {
    return false;
  }
}
