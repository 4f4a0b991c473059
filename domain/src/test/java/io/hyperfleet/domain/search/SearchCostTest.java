package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.error.FleetException;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts what is looked at, for searches far longer than any that is let in. */
class SearchCostTest {

  private static final int LENGTH = 1 << 16;
  private static final int READS_OF_A_CHARACTER = 16;
  private static final int READS_OF_A_WORD = 1;

  private static final List<String> PARTS =
      List.of(
          "a",
          "1",
          "9e",
          "[",
          "a[",
          "'",
          "'x'",
          "\\",
          "'\\",
          ".",
          "a.",
          "1.",
          "-",
          "=",
          "<",
          "(",
          ")",
          " ",
          "2026-01-01",
          "2026-01-01T00:00:00.",
          "2026-01-01T00:00:00.1+",
          "2026-",
          "2026-01-01 ",
          "not ",
          "len ",
          "x=1 and ",
          "1,",
          "[1,",
          "a+",
          "a*",
          "true or ",
          "name in [",
          "x is ");

  static List<String> parts() {
    return PARTS;
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aCharacterIsReadAFewTimesOnly(String part) {
    CountedText text = new CountedText(part.repeat(LENGTH / part.length()));

    words(text);

    assertThat(text.reads).isLessThan((long) READS_OF_A_CHARACTER * LENGTH);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aWordIsReadOnce(String part) {
    SearchText text = new SearchText(part.repeat(LENGTH / part.length()));
    CountedWords words = new CountedWords(words(text.text()));

    try {
      new SearchParser(text, words).parse();
    } catch (FleetException refusal) {
      assertThat(refusal).hasMessageContaining(" at position ");
    }

    assertThat(words.reads).isLessThanOrEqualTo((long) READS_OF_A_WORD * words.size());
  }

  /** None if the text cannot be cut into words. */
  private static List<SearchToken> words(CharSequence text) {
    try {
      return new SearchLexer(new SearchText(text)).tokens();
    } catch (FleetException refusal) {
      assertThat(refusal).hasMessageContaining("failed to parse search query");
      return List.of(new SearchToken(SearchToken.TokenType.END, "", 0));
    }
  }

  private static final class CountedText implements CharSequence {

    private final String text;
    private long reads;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      reads += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class CountedWords extends AbstractList<SearchToken> {

    private final List<SearchToken> words;
    private long reads;

    CountedWords(List<SearchToken> words) {
      this.words = words;
    }

    @Override
    public SearchToken get(int index) {
      reads++;
      return words.get(index);
    }

    @Override
    public int size() {
      return words.size();
    }
  }
}
