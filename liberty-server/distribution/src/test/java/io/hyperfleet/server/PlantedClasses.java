package io.hyperfleet.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that break a rule on purpose, so that the rule can be seen to report it. */
final class PlantedClasses {

  private static final Pattern NAME =
      Pattern.compile("package ([\\w.]+);.*?(?:class|interface) (\\w+)", Pattern.DOTALL);

  private PlantedClasses() {}

  /** Compiles sources that exist nowhere else; nothing of the project may be in sight of a rule. */
  static JavaClasses of(Path folder, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> written = new ArrayList<>();
      for (String source : sources) {
        written.add(write(folder, source));
      }
      List<String> options =
          List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(written))
              .call();
      if (!compiled) {
        throw new AssertionError("a planted class does not compile");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassFileImporter().importPath(folder);
  }

  private static Path write(Path folder, String source) throws IOException {
    Matcher name = NAME.matcher(source);
    if (!name.find()) {
      throw new AssertionError("not the source of a class: " + source);
    }
    Path file = folder.resolve(name.group(1).replace('.', '/')).resolve(name.group(2) + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }
}
