package io.hyperfleet.domain.status;

import java.util.Objects;

/** The name under which an adapter reports. */
public record AdapterName(String value) implements Comparable<AdapterName> {

  public AdapterName {
    Objects.requireNonNull(value, "value");
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
