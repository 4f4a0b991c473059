package io.hyperfleet.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.simulator.fleet.Answers;
import io.hyperfleet.simulator.fleet.ReadResource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at noon, with a drift of 30 minutes and a debounce of 10 seconds. */
class PublishRulesTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final PublishRules rules =
      new PublishRules(Duration.ofMinutes(30), Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource({
    "1, False, 1, 11:59:50, false",
    "1, False, 1, 11:59:49, true",
    "1, True, 1, 11:59:49, false",
    "1, True, 1, 11:30:00, false",
    "1, True, 1, 11:29:59, true",
    "2, True, 1, 12:00:00, true",
    "2, False, 1, 12:00:00, true",
    "2, False, 2, 12:00:00, false",
    "1, Unknown, 1, 11:59:49, true",
    "2, True, 2, 12:00:30, false",
  })
  void anEventIsDueByGenerationStatusAndAge(
      int generation, String status, int observed, String updated, boolean due) {
    String time = "2026-01-01T%sZ".formatted(updated);
    ReadResource cluster = ReadResource.read(Answers.cluster(generation, status, observed, time));

    assertThat(rules.isDue(cluster, NOON)).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatHasNoConditionIsAlwaysDue(int generation) {
    assertThat(rules.isDue(ReadResource.read(Answers.withoutConditions(generation)), NOON))
        .isTrue();
  }
}
