package io.hyperfleet.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.ReportRequest.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDraftTest {

  private static final Instant NOW = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final String TOO_LONG = "a".repeat(256);

  /** Of two things that are wrong, the one that is told. */
  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("adapter is required", report("", 0, statement("", "x"))),
        new Wrong("adapter must be at most 255 characters", report(TOO_LONG, 0)),
        new Wrong("observed_generation must be >= 1", report("a", 0, statement("", "x"))),
        new Wrong("observed_generation must be >= 1", report("a", -1)),
        new Wrong("condition type cannot be empty at index 0", report("a", 1, statement("", "x"))),
        new Wrong(
            "duplicate condition type 'T' at index 1",
            report("a", 1, statement("T", "True"), statement("T", "x"))),
        new Wrong(
            "invalid status value 'true' for condition at index 0 (type: T): must be 'True', 'False', or 'Unknown'",
            report("a", 1, statement("T", "true"), statement("", "True"))));
  }

  private record Wrong(String told, ReportRequest request) {}

  @ParameterizedTest
  @MethodSource("wrong")
  void theFirstThingThatIsWrongIsTold(Wrong wrong) {
    assertRefused(wrong.told, () -> ReportDraft.accept(wrong.request, NOW));
  }

  @Test
  void aNameIsCountedInCharactersThatPeopleSee() {
    String longest = "\ud83d\ude00".repeat(255);

    assertThat(ReportDraft.accept(report(longest, 1), NOW).adapter().value()).isEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({"PT5M, true", "PT5M0.000001S, false", "-PT30M, true", "-PT30M0.000001S, false"})
  void theTimeIsNearThatOfTheService(Duration away, boolean accepted) {
    ReportRequest request = ReportRequestFixture.by("a").at(NOW.plus(away)).build();

    if (accepted) {
      assertThat(kept(request).lastReportTime()).isEqualTo(NOW.plus(away));
    } else {
      assertRefused(
          away.isNegative()
              ? "observed_time must not be more than 30m0s in the past"
              : "observed_time must not be more than 5m0s in the future",
          () -> ReportDraft.accept(request, NOW));
    }
  }

  @Test
  void aConditionIsToldBeforeTheTime() {
    ReportRequest request =
        ReportRequestFixture.by("a").saying("T", "x").at(NOW.minusSeconds(9000)).build();

    assertRefused(
        "invalid status value 'x' for condition at index 3 (type: T): must be 'True', 'False', or 'Unknown'",
        () -> ReportDraft.accept(request, NOW));
  }

  @Test
  void whatIsNotSentIsNowAndEmpty() {
    AdapterReport report = kept(ReportRequestFixture.by("a").build());

    assertThat(report.createdTime()).isEqualTo(NOW);
    assertThat(report.lastReportTime()).isEqualTo(NOW);
    assertThat(report.data()).isEqualTo(Document.EMPTY_OBJECT);
    assertThat(report.metadata()).isEmpty();
    assertThat(report.conditions())
        .extracting(ReportedCondition::lastTransitionTime)
        .containsOnly(NOW);
  }

  @Test
  void timesAreKeptToTheMicrosecond() {
    assertThat(kept(ReportRequestFixture.by("a").at(NOW.plusNanos(999)).build()).lastReportTime())
        .isEqualTo(NOW);
  }

  @Test
  void aGenerationThatIsNotThereYetIsNoNews() {
    assertThat(replacing(1, ReportRequestFixture.by("a").on(2), Optional.empty())).isEmpty();
  }

  @Test
  void anOlderGenerationOrAnOlderTimeIsNoNews() {
    Optional<AdapterReport> stored =
        replacing(2, ReportRequestFixture.by("a").on(2).at(NOW), Optional.empty());

    assertThat(replacing(2, ReportRequestFixture.by("a").on(1).at(NOW.plusSeconds(1)), stored))
        .isEmpty();
    assertThat(replacing(2, ReportRequestFixture.by("a").on(2).at(NOW.minusSeconds(1)), stored))
        .isEmpty();
    assertThat(replacing(2, ReportRequestFixture.by("a").on(2).at(NOW), stored)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Available", "Applied", "Health"})
  void ofWhatComesInTimeNothingMandatoryMayMiss(String type) {
    ReportRequestFixture report = ReportRequestFixture.by("a").without(type);

    assertRefused(
        "missing mandatory condition '"
            + type
            + "': all adapters must report Available, Applied, and Health",
        () -> replacing(1, report, Optional.empty()));
    assertThat(replacing(1, report.on(2), Optional.empty())).isEmpty();
  }

  @Test
  void whoDoesNotKnowAddsNothingToWhatIsKnown() {
    ReportRequestFixture unknown = ReportRequestFixture.by("a").saying("Available", "Unknown");
    Optional<AdapterReport> first = replacing(2, unknown.at(NOW), Optional.empty());

    assertThat(first).isPresent();
    assertThat(replacing(2, unknown.on(2).at(NOW.plusSeconds(9)), first)).isEmpty();
  }

  @Test
  void theStoredReportGivesTheBeginningAndWhatDidNotChange() {
    Optional<AdapterReport> stored =
        replacing(1, ReportRequestFixture.by("a").at(NOW), Optional.empty());
    Instant later = NOW.plusSeconds(10);

    AdapterReport next =
        replacing(1, ReportRequestFixture.by("a").saying("Health", "False").at(later), stored)
            .orElseThrow();

    assertThat(next.createdTime()).isEqualTo(NOW);
    assertThat(next.condition("Available").orElseThrow().lastTransitionTime()).isEqualTo(NOW);
    assertThat(next.condition("Health").orElseThrow().lastTransitionTime()).isEqualTo(later);
  }

  private static Optional<AdapterReport> replacing(
      int generation, ReportRequestFixture report, Optional<AdapterReport> stored) {
    return ReportDraft.accept(report.build(), NOW).replacing(generation, stored);
  }

  private static AdapterReport kept(ReportRequest request) {
    return ReportDraft.accept(request, NOW).replacing(1, Optional.empty()).orElseThrow();
  }

  private static void assertRefused(String told, Runnable call) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(call::run)
        .withMessage(told)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION));
  }

  private static ReportRequest report(String adapter, int generation, Statement... statements) {
    return new ReportRequest(
        adapter,
        generation,
        Optional.empty(),
        List.of(statements),
        Optional.empty(),
        Optional.empty());
  }

  private static Statement statement(String type, String status) {
    return new Statement(type, status, Optional.empty(), Optional.empty());
  }
}
