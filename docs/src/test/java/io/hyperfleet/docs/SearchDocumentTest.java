package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.search.SearchLanguage;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Searches that readers copy have to work, and fail, as it says there. */
class SearchDocumentTest {

  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (?:`([^`]+)`)?.*");

  @Test
  void everyExampleIsUnderstood() {
    List<MatchResult> examples = rows("## Examples");

    assertThat(examples).hasSizeGreaterThan(10);
    for (MatchResult example : examples) {
      assertThatCode(() -> SearchLanguage.parse(example.group(1)))
          .as(example.group(1))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyMistakeIsAnsweredSo() {
    List<MatchResult> mistakes = rows("## Common mistakes");

    assertThat(mistakes).hasSizeGreaterThan(10);
    for (MatchResult mistake : mistakes) {
      assertThatThrownBy(() -> SearchLanguage.parse(mistake.group(1)))
          .as(mistake.group(1))
          .hasMessageStartingWith(mistake.group(2));
    }
  }

  private static List<MatchResult> rows(String heading) {
    List<String> lines = Documents.lines(Documents.ROOT.resolve("docs/search.md"));
    return lines.subList(lines.indexOf(heading) + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .flatMap(line -> ROW.matcher(line).results())
        .toList();
  }
}
