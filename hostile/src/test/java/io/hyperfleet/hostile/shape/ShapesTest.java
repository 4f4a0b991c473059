package io.hyperfleet.hostile.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {

  private static final int MANY = 500;

  static Stream<Function<Choice, String>> generators() {
    return Stream.of(
        MalformedRequests::next,
        OddTargets::next,
        FuzzedRequests::whole,
        FuzzedRequests::next,
        OddDocuments::next,
        OddQueries::next);
  }

  private static List<String> shapes(Function<Choice, String> generator, long seed) {
    Choice choice = Choice.seeded(seed);
    return Stream.generate(() -> generator.apply(choice)).limit(MANY).toList();
  }

  @ParameterizedTest
  @MethodSource("generators")
  void theSameSeedMakesTheSameShapes(Function<Choice, String> generator) {
    assertThat(shapes(generator, 7))
        .isEqualTo(shapes(generator, 7))
        .isNotEqualTo(shapes(generator, 8));
  }

  @Test
  void aBodyIsAsLongAsItSays() {
    String request = FuzzedRequests.write("PATCH", "/x", "{\"a\":\"\u00e9\"}");

    assertThat(request).contains("Content-Length: 9\r\n").startsWith("PATCH /x HTTP/1.1\r\n");
    assertThat(request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1)).hasSize(9);
  }

  @ParameterizedTest
  @EnumSource
  void theWorstBodiesAreNearlyAsLargeAsABodyMayBe(WorstBodies shape) {
    assertThat(shape.body("n").getBytes(UTF_8).length).isBetween(190_000, 1_100_000);
  }
}
