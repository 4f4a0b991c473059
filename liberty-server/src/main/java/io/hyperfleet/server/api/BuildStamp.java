package io.hyperfleet.server.api;

import io.hyperfleet.rest.metadata.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself. */
final class BuildStamp {

  private static final String RESOURCE = "/io/hyperfleet/server/build.properties";

  private BuildStamp() {}

  static BuildInfo read() {
    Properties stamp = new Properties();
    try (InputStream in = BuildStamp.class.getResourceAsStream(RESOURCE)) {
      stamp.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return new BuildInfo(stamp.getProperty("version"), stamp.getProperty("build_time"));
  }
}
