package io.hyperfleet.rest.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.CanonicalJson;
import io.hyperfleet.domain.json.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random documents with repeated keys, odd blanks and escapes, compared with what they mean. */
class RandomJsonTest {

  private static final String[] NUMBERS = {
    "0", "-1", "1.0", "2.50", "1e2", "-3E-4", "9007199254740993", "0.10", "12345678901234567890.5"
  };

  /** A document as sent, and the same value without repeated keys. */
  private record Sample(String sent, String meant) {}

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingAndWritingKeepsTheValue(int seed) {
    Sample sample = object(new Random(seed), 5);
    String written = JsonWriter.text(JsonReader.read(sample.sent())::writeTo);
    assertThat(canonical(written)).isEqualTo(canonical(sample.meant()));
  }

  private static String canonical(String json) {
    return CanonicalJson.of(new Document(json)).json();
  }

  private static Sample value(Random random, int depth) {
    int choice = random.nextInt(depth == 0 ? 3 : 5);
    return switch (choice) {
      case 0 -> same(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 1 -> same(new String[] {"true", "false", "null"}[random.nextInt(3)]);
      case 2 -> string(random);
      case 3 -> array(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static Sample same(String json) {
    return new Sample(json, json);
  }

  private static Sample string(Random random) {
    StringBuilder sent = new StringBuilder();
    StringBuilder meant = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      char c = "aZ09 é€\"\\/\t".charAt(random.nextInt(11));
      String escaped = String.format("\\u%04x", (int) c);
      sent.append(c > ' ' && c != '"' && c != '\\' && random.nextBoolean() ? "" + c : escaped);
      meant.append(escaped);
    }
    return new Sample("\"" + sent + "\"", "\"" + meant + "\"");
  }

  private static Sample array(Random random, int depth) {
    var items = IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(random, depth)).toList();
    return new Sample(
        items.stream().map(Sample::sent).collect(Collectors.joining(" ,\n", "[ ", "\t]")),
        items.stream().map(Sample::meant).collect(Collectors.joining(",", "[", "]")));
  }

  private static Sample object(Random random, int depth) {
    StringBuilder sent = new StringBuilder("{ ");
    Map<String, String> meant = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = "\"k" + random.nextInt(4) + "\"";
      Sample value = value(random, depth);
      sent.append(name).append(" :").append(value.sent()).append(i > 1 ? "\n, " : "");
      meant.put(name, name + ":" + value.meant());
    }
    return new Sample(sent + "}", "{" + String.join(",", meant.values()) + "}");
  }
}
