package io.hyperfleet.server.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself. */
public record BuildStamp(String version, String commit, String time, String postgres) {

  private static final String RESOURCE = "/io/hyperfleet/server/build/stamp.properties";

  public static BuildStamp read() {
    Properties stamps = new Properties();
    try (InputStream resource = BuildStamp.class.getResourceAsStream(RESOURCE)) {
      if (resource != null) {
        stamps.load(resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildStamp(
        stamp(stamps, "version", "0.0.0-dev"),
        stamp(stamps, "commit", "unknown"),
        stamp(stamps, "build_time", "unknown"),
        stamp(stamps, "postgres", "unknown"));
  }

  private static String stamp(Properties stamps, String key, String missing) {
    String value = stamps.getProperty(key, "");
    // A build outside Maven, or without the commit at hand, leaves the placeholder as it is.
    return value.isBlank() || value.startsWith("${") ? missing : value;
  }
}
