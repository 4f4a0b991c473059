package io.hyperfleet.domain.status;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name under which an adapter reports. */
public record AdapterName(String value) implements Comparable<AdapterName> {

  public AdapterName {
    Objects.requireNonNull(value, "value");
  }

  /** The type of the condition that shows on a resource what this adapter says of it. */
  public String conditionType() {
    return Stream.of(value.split("-"))
        .filter(part -> !part.isEmpty())
        .map(AdapterName::capitalised)
        .collect(Collectors.joining("", "", "Successful"));
  }

  private static String capitalised(String part) {
    int second = part.offsetByCodePoints(0, 1);
    return part.substring(0, second).toUpperCase(Locale.ROOT) + part.substring(second);
  }

  @Override
  public int compareTo(AdapterName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
