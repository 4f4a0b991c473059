package io.hyperfleet.server.launcher;

import java.nio.file.Path;

/**
 * Where things are. The script that starts the program knows, and says so.
 *
 * @param liberty the unpacked server
 * @param data everything that the program writes, unless told otherwise
 */
record Installation(Path liberty, Path data) {

  static Installation fromSystemProperties() {
    return new Installation(
        Path.of(System.getProperty("launcher.wlp", "wlp")),
        Path.of(System.getProperty("launcher.home", "."), "data"));
  }
}
