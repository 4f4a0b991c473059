package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchValueTest {

  @Test
  void textIsOrderedByCodePoints() {
    List<Text> ordered =
        Stream.of("", "A", "B", "a", "a-b", "ab", "\u00e9", "\uffee", "\ud83d\ude80")
            .map(Text::new)
            .toList();

    assertThat(ordered).isSortedAccordingTo(SearchValue::compareTo);
    assertThat(new Text("a")).isEqualByComparingTo(new Text("a"));
  }

  @Test
  void numbersAreOrderedByValue() {
    assertThat(number("1.0")).isEqualByComparingTo(number("1e0"));
    assertThat(number("9")).isLessThan(number("10"));
    assertThat(number("0.1")).isLessThan(number("0.10000000000000000001"));
  }

  @Test
  void timesAreNoFinerThanTheDatabaseKeepsThem() {
    Instant time = Instant.parse("2026-08-21T10:00:00.000001Z");

    assertThat(new Time(time)).isGreaterThan(new Time(time.minusNanos(1000)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Time(time.plusNanos(1)));
  }

  @Test
  void noTextHasTheCharacterThatTheDatabaseCannotKeep() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Text("a\0"));
  }

  private static Numeric number(String text) {
    return new Numeric(new BigDecimal(text));
  }
}
