package io.hyperfleet.json.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * What a file of YAML (or JSON, which is YAML) holds.
 *
 * @param top empty if the file says nothing
 * @param faults keys that are there twice, of which the first is kept, and keys that are no text,
 *     which are not kept at all: told together, because whoever mends one wants to know of all
 */
public record YamlFile(Optional<YamlValue> top, List<YamlFault> faults) {

  /** Far beyond any file that somebody writes. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  /**
   * Reads a file of UTF-8.
   *
   * @throws IOException if it cannot be read, or is not UTF-8
   * @throws YamlException if it is no YAML, or would take too much of this process
   */
  public static YamlFile read(Path path) throws IOException {
    return parse(text(path));
  }

  private static String text(Path path) throws IOException {
    // A pipe has no size before it is read.
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new YamlException(YamlPlace.top(0, 0), "more than 16 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /**
   * Reads what is at hand already.
   *
   * @throws YamlException if it is no YAML, or would take too much of this process
   */
  public static YamlFile parse(String text) {
    YamlTree tree = new YamlTree(new Parse(SETTINGS).parseString(text).iterator());
    try {
      return new YamlFile(tree.top(), tree.faults());
    } catch (MarkedYamlEngineException e) {
      throw new YamlException(place(e.getProblemMark()), withoutText(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new YamlException(
          YamlPlace.top(0, 0), e.getMessage().lines().findFirst().orElse("no YAML"));
    }
  }

  static YamlPlace place(Optional<Mark> mark) {
    return mark.map(at -> YamlPlace.top(at.getLine() + 1, at.getColumn() + 1))
        .orElse(YamlPlace.top(0, 0));
  }

  /** A value that starts with an exclamation mark is quoted, and may be a secret. */
  private static String withoutText(String problem) {
    return problem.replaceFirst("(?s)( alias| handle) .*", "$1; some values need quotes");
  }
}
