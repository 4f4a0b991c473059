package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchRoundTripTest {

  private static final long SEED = 20260821;
  private static final int ROUNDS = 20_000;

  @Test
  void howeverASearchIsWrittenItMeansTheSame() {
    Random random = new Random(SEED);
    RandomSearches searches = new RandomSearches(random);
    SearchWriter writer = new SearchWriter(random);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      SearchExpression expression = searches.next();
      String text = SearchSpacing.join(writer.write(expression), random);
      if (text.getBytes(StandardCharsets.UTF_8).length <= SearchLanguage.MAX_BYTES) {
        assertThat(SearchLanguage.parse(text)).as(text).isEqualTo(expression);
        read++;
      }
    }
    assertThat(read).isGreaterThan(ROUNDS * 9 / 10);
  }
}
