package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A link that leads nowhere is a document that lies. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)");

  @Test
  void everyRelativeLinkLeadsToAFile() {
    List<String> broken = Documents.all().stream().flatMap(LinksTest::brokenLinks).toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeFitsOnTwoScreens() {
    assertThat(Documents.lines(Documents.ROOT.resolve("README.md"))).hasSizeLessThan(120);
  }

  private static Stream<String> brokenLinks(Path document) {
    String text = String.join("\n", Documents.lines(document));
    return LINK.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(link -> link.substring(2))
        .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
        .filter(link -> !Files.exists(document.resolveSibling(link)))
        .map(link -> Documents.ROOT.relativize(document) + " -> " + link);
  }
}
