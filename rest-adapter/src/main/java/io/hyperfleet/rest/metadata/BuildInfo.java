package io.hyperfleet.rest.metadata;

import java.util.Objects;

/** Which build is running. */
public record BuildInfo(String version, String buildTime) {

  public BuildInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(buildTime, "buildTime");
  }
}
