package io.hyperfleet.server.boot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the launcher out of sight of the applications. Those look into the class path of the process
 * before they look into their own libraries, so a library of the launcher there would be theirs as
 * well: its logging facade, for one, would swallow what they log.
 */
public final class Boot {

  private static final String LAUNCHER = "io.hyperfleet.server.launcher.Main";

  private Boot() {}

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path program = Path.of(System.getProperty("launcher.program"));
    List<URL> jars = new ArrayList<>();
    addJars(program.resolve("lib"), jars);
    addJars(program.resolve("embedded"), jars);
    new URLClassLoader("launcher", jars.toArray(URL[]::new), Boot.class.getClassLoader())
        .loadClass(LAUNCHER)
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static void addJars(Path folder, List<URL> jars) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(file.toUri().toURL());
      }
    }
  }
}
