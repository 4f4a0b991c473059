package io.hyperfleet.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsJsonTest {

  private static final Instant CREATED = Instant.parse("2026-08-21T10:00:00Z");
  private static final Instant UPDATED = Instant.parse("2026-08-21T11:00:00.123456Z");
  private static final Instant TURNED = Instant.parse("2026-08-21T10:30:00.500Z");

  @Test
  void everyMemberIsWritten() {
    Condition condition =
        new Condition("Up", true, "Fine", "All well", 3, CREATED, UPDATED, TURNED);

    assertThat(ConditionsJson.write(List.of(condition)).json())
        .isEqualTo(
            """
            [{"type":"Up","status":"True","reason":"Fine","message":"All well",\
            "created_time":"2026-08-21T10:00:00Z",\
            "last_updated_time":"2026-08-21T11:00:00.123456Z",\
            "last_transition_time":"2026-08-21T10:30:00.500Z","observed_generation":3}]""");
  }

  @Test
  void conditionsKeepTheirOrder() {
    String json = ConditionsJson.write(List.of(unmet("Z", ""), unmet("A", ""))).json();

    assertThat(json).matches("\\[\\{\"type\":\"Z\".*},\\{\"type\":\"A\".*}]");
  }

  @Test
  void aStatementThatDoesNotHoldIsFalse() {
    assertThat(ConditionsJson.write(List.of(unmet("Up", ""))).json())
        .contains("\"status\":\"False\"");
  }

  @Test
  void noConditionsAreAnEmptyArray() {
    assertThat(ConditionsJson.write(List.of()).json()).isEqualTo("[]");
  }

  @Test
  void quotesBackslashesAndControlCharactersAreEscaped() {
    assertThat(ConditionsJson.write(List.of(unmet("Up", "\"\\\n\t\0\u001f"))).json())
        .contains("\"message\":\"\\\"\\\\\\u000a\\u0009\\u0000\\u001f\"");
  }

  @Test
  void everyOtherCharacterIsWrittenAsItIs() {
    assertThat(ConditionsJson.write(List.of(unmet("Up", "/ é \u007f \u2028 \ud83d\ude80"))).json())
        .contains("\"message\":\"/ é \u007f \u2028 \ud83d\ude80\"");
  }

  private static Condition unmet(String type, String message) {
    return Condition.unmet(type, "Reason", message, 1, CREATED);
  }
}
