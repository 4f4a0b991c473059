package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what is covered names tests and scenarios that are there, and hides none. */
class ConformanceTest {

  private static final Path SCENARIOS =
      Documents.ROOT.resolve("liberty-server/distribution/src/test/resources/conformance");

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
  private static final Pattern SCENARIO = Pattern.compile("`([a-z]+(?:-[a-z]+)*/[a-z-]+)`");
  private static final Pattern LINE = Pattern.compile("\\| [A-Z]-?\\d.*");

  private static final List<String> LINES =
      Documents.lines(Documents.ROOT.resolve("docs/conformance.md")).stream()
          .filter(LINE.asMatchPredicate())
          .toList();

  @Test
  void everyTestThatIsNamedExists() {
    Map<String, Path> sources = sources();

    assertThat(named(TEST))
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThat(
                        Optional.ofNullable(sources.get(test.group(1))).map(ConformanceTest::read))
                    .as(test.group())
                    .hasValueSatisfying(it -> assertThat(it).contains("void " + test.group(2))));
  }

  @Test
  void everyScenarioThatIsNamedExists() {
    assertThat(named(SCENARIO))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(SCENARIOS.resolve("given/" + it.group(1) + ".json")).exists());
  }

  @Test
  void everyLineIsCoveredOrWaits() {
    assertThat(LINES)
        .hasSizeGreaterThan(90)
        .allMatch(line -> line.contains("waits for ") || line.contains("`"));
  }

  private static List<MatchResult> named(Pattern name) {
    return LINES.stream().flatMap(it -> name.matcher(it).results()).toList();
  }

  private static Map<String, Path> sources() {
    try (Stream<Path> files = Files.walk(Documents.ROOT)) {
      return files
          .filter(it -> it.toString().contains("/src/test/java/"))
          .filter(it -> it.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  it -> it.getFileName().toString().replace(".java", ""),
                  it -> it,
                  (one, other) -> one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path source) {
    return String.join("\n", Documents.lines(source));
  }
}
