package io.hyperfleet.persistence.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The scripts of this program, by the list that lies beside them. Flyway's own search finds none in
 * a folder whose name a URL has to escape, such as one with a blank.
 */
final class PackagedScripts implements ResourceProvider {

  private static final String FOLDER = "/db/migration/";
  private static final String LIST = "scripts.list";

  /** In the order of their versions. */
  static List<String> names() {
    try (BufferedReader list = open(LIST)) {
      return list.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the scripts of this program cannot be read", e);
    }
  }

  static BufferedReader open(String name) throws IOException {
    InputStream file = PackagedScripts.class.getResourceAsStream(FOLDER + name);
    if (file == null) {
      throw new IOException("there is no " + name);
    }
    return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
  }

  @Override
  public LoadableResource getResource(String name) {
    return names().contains(name) ? new Script(name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return names().stream()
        .filter(name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
        .<LoadableResource>map(Script::new)
        .toList();
  }

  /** One script, which the history knows by its name. */
  private static final class Script extends LoadableResource {

    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public BufferedReader read() {
      try {
        return open(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
