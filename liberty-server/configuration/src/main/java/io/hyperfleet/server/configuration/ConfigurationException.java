package io.hyperfleet.server.configuration;

import java.util.List;

/**
 * Everything that is wrong with a configuration, without any secret; one line each, but for CEL.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  ConfigurationException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
