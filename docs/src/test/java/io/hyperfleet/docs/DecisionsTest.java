package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decisions are numbered without gaps, short, and of one form. */
class DecisionsTest {

  private static final List<Path> DECISIONS =
      Documents.all().stream()
          .filter(path -> path.getParent().endsWith(Path.of("docs", "adr")))
          .toList();

  @Test
  void numbersAreContiguousFromOne() {
    List<String> expected =
        IntStream.rangeClosed(1, DECISIONS.size()).mapToObj("%04d"::formatted).toList();

    assertThat(DECISIONS.stream().map(path -> path.getFileName().toString().substring(0, 4)))
        .isNotEmpty()
        .isEqualTo(expected);
  }

  @Test
  void theTitleRepeatsTheNumber() {
    assertThat(DECISIONS)
        .allSatisfy(
            path ->
                assertThat(Documents.lines(path).get(0))
                    .startsWith("# " + path.getFileName().toString().substring(0, 4) + " "));
  }

  @Test
  void eachHasContextDecisionAndConsequencesInUnderSixtyLines() {
    assertThat(DECISIONS)
        .allSatisfy(
            path ->
                assertThat(Documents.lines(path))
                    .hasSizeLessThan(60)
                    .containsSubsequence("## Context", "## Decision", "## Consequences"));
  }
}
