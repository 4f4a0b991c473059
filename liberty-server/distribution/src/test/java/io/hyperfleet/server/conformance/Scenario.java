package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recorded conversation.
 *
 * @param needsMoreKinds whether it talks about kinds that only the extended registry has
 */
public record Scenario(String name, boolean needsMoreKinds, List<Step> steps) {

  /** Every one below this folder, sorted by name. */
  public static List<Scenario> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario read(Path file) {
    try {
      JsonNode json = Json.read(Files.readString(file));
      List<Step> steps = new ArrayList<>();
      json.get("steps").forEach(step -> steps.add(new Step(step)));
      return new Scenario(
          json.get("name").textValue(),
          json.path("registry").asText().equals("extended"),
          List.copyOf(steps));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
