package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileSearchesTest {

  private static final long SEED = 20260822;
  private static final int INPUTS = 100_000;
  private static final int LONGEST_DETAIL = 3 * SearchLanguage.MAX_BYTES;

  private static final List<String> WORDS =
      List.of(
          "and",
          "or",
          "not",
          "in",
          "is",
          "null",
          "like",
          "ilike",
          "between",
          "true",
          "false",
          "len",
          "any",
          "all",
          "sum",
          "=",
          "==",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "~=",
          "~!",
          "+",
          "-",
          "*",
          "/",
          "%",
          "(",
          ")",
          "[",
          "]",
          ",",
          "name",
          "generation",
          "created_time",
          "deleted_time",
          "spec",
          "spec.a",
          "labels.",
          "labels.a",
          "labels.[",
          "status.conditions.A",
          "foo",
          "a.b",
          "Name",
          "status.conditions.A.observed_generation",
          "status.conditions.A.last_updated_time",
          "'x'",
          "''",
          "'True'",
          "\"%\\\\\"",
          "`2026-02-30`",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          "1",
          "0",
          "1.5",
          "1e309",
          "1e-9999",
          "9Pi",
          "3000000000",
          "'",
          "\"",
          "\\",
          "!",
          ";",
          "\0",
          "\ud800");

  private static final String CHARACTERS =
      "'\"`\\()[]=<>!~,.-+*/% \t\n0123456789eEkKiTZabnotrlik_:;$\0\u00e9\ud83d\ude80\ud83d\uffff";

  private final Random random = new Random(SEED);
  private final RandomSearches searches = new RandomSearches(random);
  private final SearchWriter writer = new SearchWriter(random);
  private int understood;
  private int refused;

  @Test
  void whateverIsSentIsUnderstoodOrRefused() {
    for (int input = 0; input < INPUTS; input++) {
      check(hostile());
    }
    assertThat(understood).isGreaterThan(INPUTS / 10);
    assertThat(refused).isGreaterThan(INPUTS / 2);
  }

  private void check(String text) {
    try {
      SearchSize size = SearchSize.of(SearchLanguage.parse(text));
      assertThat(size.leaves()).as(text).isLessThanOrEqualTo(2 * SearchLanguage.MAX_BYTES);
      assertThat(size.comparisons()).as(text).isLessThanOrEqualTo(2 * SearchLanguage.MAX_TERMS);
      assertThat(size.depth()).as(text).isLessThanOrEqualTo(3 * SearchLanguage.MAX_DEPTH);
      understood++;
    } catch (FleetException refusal) {
      assertThat(refusal.code()).as(text).isEqualTo(ErrorCode.BAD_REQUEST);
      assertThat(refusal.getMessage()).as(text).hasSizeBetween(1, LONGEST_DETAIL);
      refused++;
    } catch (RuntimeException | StackOverflowError defect) {
      throw new AssertionError("not expected for: " + text, defect);
    }
  }

  private String hostile() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> almostASearch();
      case 2, 3 -> words(1 + random.nextInt(12));
      default -> noise(random.nextInt(60));
    };
  }

  private String almostASearch() {
    List<String> words = new ArrayList<>(writer.write(searches.next()));
    for (int changes = random.nextInt(3); changes > 0 && !words.isEmpty(); changes--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, word());
        case 2 -> words.set(at, word());
        default -> words.add(at, words.get(random.nextInt(words.size())));
      }
    }
    return random.nextInt(10) == 0 ? damaged(String.join(" ", words)) : String.join(" ", words);
  }

  private String damaged(String text) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + noise(1 + random.nextInt(3)) + text.substring(at);
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      words.add(word());
    }
    return String.join(random.nextInt(3) == 0 ? "" : " ", words);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String noise(int length) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      boolean anything = random.nextInt(4) == 0;
      text.append(
          anything
              ? (char) random.nextInt(Character.MAX_VALUE + 1)
              : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
