package io.hyperfleet.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdapterReportTest {

  private static final Instant FIRST = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final Instant SECOND = FIRST.plusSeconds(60);
  private static final AdapterName DNS = new AdapterName("dns");

  private static final AdapterReport STORED =
      new AdapterReport(
          DNS,
          1,
          List.of(
              condition("Available", ConditionStatus.TRUE, "Ok", FIRST),
              condition("Health", ConditionStatus.TRUE, "Ok", FIRST),
              condition("Zone", ConditionStatus.TRUE, "Ok", FIRST)),
          new Document("{\"zone\":1}"),
          Optional.of(new Document("{\"attempt\":1}")),
          FIRST,
          FIRST);

  private static final AdapterReport NEXT =
      new AdapterReport(
          DNS,
          2,
          List.of(
              condition("Extra", ConditionStatus.TRUE, "New", SECOND),
              condition("Health", ConditionStatus.FALSE, "Down", SECOND),
              condition("Available", ConditionStatus.TRUE, "Still", SECOND)),
          Document.EMPTY_OBJECT,
          Optional.empty(),
          SECOND,
          SECOND);

  @Test
  void theNextReportReplacesAllButTheTimeOfTheFirst() {
    AdapterReport kept = NEXT.after(STORED);

    assertThat(kept.createdTime()).isEqualTo(FIRST);
    assertThat(kept)
        .usingRecursiveComparison()
        .ignoringFields("createdTime", "conditions")
        .isEqualTo(NEXT);
  }

  @Test
  void whatIsSaidAgainIsSaidSinceThen() {
    assertThat(NEXT.after(STORED).conditions())
        .containsExactly(
            condition("Extra", ConditionStatus.TRUE, "New", SECOND),
            condition("Health", ConditionStatus.FALSE, "Down", SECOND),
            condition("Available", ConditionStatus.TRUE, "Still", FIRST));
  }

  private static ReportedCondition condition(
      String type, ConditionStatus status, String reason, Instant since) {
    return new ReportedCondition(
        type, status, Optional.of(reason), Optional.of(type + " is " + reason), since);
  }
}
