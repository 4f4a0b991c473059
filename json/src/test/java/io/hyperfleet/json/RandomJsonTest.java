package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random objects with odd blanks and escapes, compared with what has to be left of them. */
class RandomJsonTest {

  private static final String[] LITERALS = {
    "0", "-1", "1.0", "2.50", "1e2", "-3E-4", "9007199254740993", "0.10", "true", "false", "null"
  };

  /** A value as sent, and as it is handed on. */
  private record Sample(String sent, String kept) {}

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingDropsBlanksAndNeedlessEscapesAndNothingElse(int seed) {
    Sample sample = object(new Random(seed), 5);

    assertThat(JsonReader.members(" {\"v\" :" + sample.sent() + "}\n").get("v").json())
        .isEqualTo(sample.kept());
  }

  private static Sample value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0, 1 -> literal(random);
      case 2 -> string(random, "");
      case 3 -> array(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static Sample literal(Random random) {
    String literal = LITERALS[random.nextInt(LITERALS.length)];
    return new Sample(literal, literal);
  }

  private static Sample string(Random random, String end) {
    StringBuilder sent = new StringBuilder("\"");
    StringBuilder kept = new StringBuilder("\"");
    for (int i = random.nextInt(8); i > 0; i--) {
      char c = "aZ09 é€\"\\/\u0001".charAt(random.nextInt(11));
      boolean needsEscape = c < ' ' || c == '"' || c == '\\';
      String escaped = String.format("\\u%04x", (int) c);
      sent.append(needsEscape || random.nextBoolean() ? escaped : "" + c);
      kept.append(c < ' ' ? "\\u0001" : needsEscape ? "\\" + c : "" + c);
    }
    return new Sample(sent + end + "\"", kept + end + "\"");
  }

  private static Sample array(Random random, int depth) {
    List<Sample> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(random, depth));
    }
    return joined("[", items, "]");
  }

  private static Sample object(Random random, int depth) {
    List<Sample> members = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Sample name = string(random, "#" + i);
      Sample value = value(random, depth);
      members.add(
          new Sample(name.sent() + " :\t" + value.sent(), name.kept() + ":" + value.kept()));
    }
    return joined("{", members, "}");
  }

  private static Sample joined(String open, List<Sample> parts, String close) {
    List<String> sent = parts.stream().map(Sample::sent).toList();
    List<String> kept = parts.stream().map(Sample::kept).toList();
    return new Sample(
        open + " " + String.join(" ,\r\n", sent) + " " + close,
        open + String.join(",", kept) + close);
  }
}
