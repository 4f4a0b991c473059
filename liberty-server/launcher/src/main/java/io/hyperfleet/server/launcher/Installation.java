package io.hyperfleet.server.launcher;

import java.nio.file.Path;

/**
 * Where things are. The script that starts the program knows, and says so.
 *
 * @param program the script itself
 * @param liberty the unpacked server
 * @param data everything that the program writes, unless told otherwise
 * @param startCache what this Java remembers of a start, if it was prepared
 */
record Installation(Path program, Path liberty, Path data, Path startCache) {

  static Installation fromSystemProperties() {
    Path home = Path.of(System.getProperty("launcher.home", "."));
    return new Installation(
        home.resolve("bin").resolve("hyperfleet-api"),
        Path.of(System.getProperty("launcher.wlp", "wlp")),
        home.resolve("data"),
        Path.of(System.getProperty("launcher.cache", "cache/none")));
  }

  /** One in which everything is below one folder. */
  static Installation below(Path folder) {
    return new Installation(
        folder.resolve("bin/hyperfleet-api"),
        folder.resolve("wlp"),
        folder,
        folder.resolve("cache"));
  }
}
