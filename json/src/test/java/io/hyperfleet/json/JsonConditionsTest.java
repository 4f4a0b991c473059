package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConditionsTest {

  private static final Instant CREATED = Instant.parse("2026-08-21T10:00:00Z");
  private static final Instant UPDATED = Instant.parse("2026-08-21T11:00:00.123456Z");
  private static final Instant TURNED = Instant.parse("2026-08-21T10:30:00.500Z");

  private static final String FULL =
      """
      {"type":"Up","status":"True","reason":"Fine","message":"All well",\
      "created_time":"2026-08-21T10:00:00Z",\
      "last_updated_time":"2026-08-21T11:00:00.123456Z",\
      "last_transition_time":"2026-08-21T10:30:00.500Z","observed_generation":3}""";

  private final JsonConditions codec = new JsonConditions();

  private static Condition condition(
      String type, ConditionStatus status, Optional<String> reason, Optional<String> message) {
    return new Condition(type, status, reason, message, 3, CREATED, UPDATED, TURNED);
  }

  private static Condition saying(String message) {
    return condition("Up", ConditionStatus.TRUE, Optional.of("Fine"), Optional.of(message));
  }

  private String written(Condition... conditions) {
    return codec.write(List.of(conditions)).json();
  }

  @Test
  void everyMemberIsWritten() {
    assertThat(written(saying("All well"))).isEqualTo("[" + FULL + "]");
  }

  @Test
  void whatTheSourceDidNotSayIsLeftOut() {
    assertThat(written(condition("Up", ConditionStatus.TRUE, Optional.empty(), Optional.empty())))
        .startsWith("[{\"type\":\"Up\",\"status\":\"True\",\"created_time\":");
  }

  @ParameterizedTest
  @CsvSource({"TRUE,True", "FALSE,False", "UNKNOWN,Unknown"})
  void theStatusIsOneOfThreeWords(ConditionStatus status, String word) {
    assertThat(written(condition("Up", status, Optional.empty(), Optional.empty())))
        .contains("\"status\":\"" + word + "\"");
  }

  @Test
  void noConditionsAreAnEmptyArray() {
    assertThat(written()).isEqualTo("[]");
  }

  @Test
  void onlyWhatNeedsItIsEscaped() {
    assertThat(written(saying("\"\\\u001f / é \u007f \u2028 \ud83d\ude80")))
        .contains("\"message\":\"\\\"\\\\\\u001F / é \u007f \u2028 \ud83d\ude80\"");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsReadInItsOrder(ConditionStatus status) {
    List<Condition> conditions =
        Stream.of("Z", "A", "é\"\n")
            .map(type -> condition(type, status, Optional.of(type), Optional.empty()))
            .toList();

    assertThat(codec.read(codec.write(conditions))).isEqualTo(conditions);
    assertThat(codec.read(codec.write(List.of()))).isEmpty();
  }

  @Test
  void spellingAndFurtherMembersDoNotMatter() {
    Document stored =
        new Document(
            " [ "
                + FULL.replace("\"All well\",", "\"All\\u0020well\", \"note\": [1],")
                    .replace("11:00:00.123456Z", "13:00:00.123456+02:00")
                + " ] ");

    assertThat(codec.read(stored)).containsExactly(saying("All well"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "[{}]", "null", "[[]]"})
  void otherJsonIsRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> codec.read(new Document(json)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type":"Up",                              | ``                          | type
          "type":"Up"                               | "type":1                    | type
          "True"                                    | "true"                      | status
          "True"                                    | true                        | status
          "2026-08-21T10:00:00Z"                    | "yesterday"                 | created_time
          "2026-08-21T11:00:00.123456Z"             | 1                           | last_updated_time
          "last_transition_time"                    | "transition"                | last_transition_time
          "observed_generation":3                   | "observed_generation":"3"   | observed_generation
          """)
  void aConditionWithoutOneOfItsMembersIsRefused(String part, String instead, String member) {
    Document broken = new Document("[" + FULL.replace(part, instead) + "]");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.read(broken))
        .withMessage("a condition has no valid " + member);
  }

  @Test
  void whatIsReportedIsSpelledInFullAndComesBack() {
    List<ReportedCondition> reported =
        List.of(
            new ReportedCondition(
                "Up", ConditionStatus.UNKNOWN, Optional.of("R"), Optional.of("M"), TURNED),
            new ReportedCondition(
                "Down", ConditionStatus.FALSE, Optional.empty(), Optional.empty(), CREATED));

    Document written = codec.writeReported(reported);

    assertThat(written.json())
        .isEqualTo(
            """
            [{"type":"Up","status":"Unknown","reason":"R","message":"M",\
            "last_transition_time":"2026-08-21T10:30:00.500Z"},\
            {"type":"Down","status":"False","last_transition_time":"2026-08-21T10:00:00Z"}]""");
    assertThat(codec.readReported(written)).isEqualTo(reported);
  }
}
