package io.hyperfleet.rest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final long SEED = 20261121;

  private final Line line = new Line(200);

  private String text() {
    return new String(line.bytes(), 0, line.length(), StandardCharsets.US_ASCII);
  }

  @Test
  void aLineIsUsedAgainFromItsStart() {
    line.start().text("the first, and longer").end();
    line.start().text("a=").word("b", 9).text(" n=").number(7).end();

    assertThat(text()).isEqualTo("a=b n=7\n");
  }

  @Test
  void whatCouldEndALineOrAWordIsReplaced() {
    line.start().word("a\r\nb c\td\u0000e\u0085f\u2028g\u00a0h\u007fi\u00e9\ud83d\ude00", 99);

    assertThat(text()).isEqualTo("a__b_c_d_e_f_g_h_i___");
  }

  @Test
  void aWordThatIsTooLongIsCutAndSaysSo() {
    assertThat(wordOf("x".repeat(8))).isEqualTo("xxxxxxxx");
    assertThat(wordOf("x".repeat(9))).isEqualTo("xxxxxxxx...");
    assertThat(wordOf("x".repeat(1 << 20))).isEqualTo("xxxxxxxx...");
  }

  private String wordOf(String value) {
    line.start().word(value, 8);
    return text();
  }

  @Test
  void numbersAreSpelledAsEverywhere() {
    Random random = new Random(SEED);
    IntStream.range(0, 1000)
        .mapToLong(i -> random.nextLong() >>> (1 + random.nextInt(63)))
        .forEach(this::assertSpelling);
    assertSpelling(0);
    assertSpelling(9);
    assertSpelling(10);
    assertSpelling(Long.MAX_VALUE);
  }

  private void assertSpelling(long number) {
    line.start().number(number);
    assertThat(text()).isEqualTo(Long.toString(number));
  }
}
