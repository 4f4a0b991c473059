package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The labels of a resource, ordered by key. */
public record Labels(SortedMap<String, String> values) {

  public static final Labels NONE = new Labels(Collections.emptySortedMap());

  private static final int KEY_LIMIT = 255;
  private static final int NAME_LIMIT = 63;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9])?");
  private static final Pattern DNS_SEGMENT = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

  public Labels {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Labels of(Map<String, String> values) {
    return new Labels(new TreeMap<>(values));
  }

  /**
   * Refuses more labels than a resource may have, before anything is made of them.
   *
   * @throws FleetException of code {@code VALIDATION}
   */
  public static void requireAtMost(int most, Map<String, String> requested) {
    if (requested.size() > most) {
      Violation tooMany =
          new Violation(
              "labels",
              requested.size(),
              Constraint.MAX,
              "there must be at most " + most + " labels");
      throw FleetException.invalid("label validation failed", List.of(tooMany));
    }
  }

  /** Checks every entry that a client sent and reports all that break the rule at once. */
  static Labels accept(Map<String, String> requested) {
    List<Violation> violations = new ArrayList<>();
    new TreeMap<>(requested)
        .forEach(
            (key, value) -> {
              if (!isKey(key)) {
                violations.add(badKey(key));
              }
              if (!value.isEmpty() && !isName(value)) {
                violations.add(badValue(key, value));
              }
            });
    if (!violations.isEmpty()) {
      throw FleetException.invalid("label validation failed", violations);
    }
    return of(requested);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  private static boolean isKey(String key) {
    int slash = key.indexOf('/');
    return key.length() <= KEY_LIMIT
        && (slash < 0 || isPrefix(key.substring(0, slash)))
        && isName(key.substring(slash + 1));
  }

  private static boolean isPrefix(String prefix) {
    for (String segment : prefix.split("\\.", -1)) {
      if (segment.length() > NAME_LIMIT || !DNS_SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String name) {
    return name.length() <= NAME_LIMIT && NAME.matcher(name).matches();
  }

  private static Violation badKey(String key) {
    return new Violation(
        "labels",
        key,
        Constraint.PATTERN,
        "label key must match Kubernetes label format"
            + " (optional DNS prefix/name, alphanumeric with ._-)");
  }

  private static Violation badValue(String key, String value) {
    return new Violation(
        "labels[" + key + "]",
        value,
        Constraint.PATTERN,
        "label value must be at most 63 chars (alphanumeric with ._-)");
  }
}
