package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedConditionsTest {

  private static final Instant CREATED = Instant.parse("2026-08-20T08:00:00Z");
  private static final Instant TRANSITION = Instant.parse("2026-08-20T09:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-08-21T10:00:00.000001Z");

  private static final Resource GAUGE =
      ResourceFixture.root(new Kind("Gauge"))
          .withGeneration(3)
          .updated(CHANGED, "carol@example.com")
          .build();

  @Test
  void aFirstConditionHasAllItsTimesFromTheResource() {
    assertThat(of(outcome("True", "Fine", "all is well"), List.of()))
        .containsExactly(
            new Condition(
                "Calm",
                ConditionStatus.TRUE,
                Optional.of("Fine"),
                Optional.of("all is well"),
                3,
                CHANGED,
                CHANGED,
                CHANGED));
  }

  @Test
  void anUnchangedStatusKeepsItsTransition() {
    Condition now = of(outcome("False", "", ""), List.of(before(ConditionStatus.FALSE))).get(0);

    assertThat(now.createdTime()).isEqualTo(CREATED);
    assertThat(now.lastTransitionTime()).isEqualTo(TRANSITION);
    assertThat(now.lastUpdatedTime()).isEqualTo(CHANGED);
    assertThat(now.observedGeneration()).isEqualTo(3);
  }

  @Test
  void anotherStatusIsATransitionOfTheSameCondition() {
    Condition now = of(outcome("True", "", ""), List.of(before(ConditionStatus.FALSE))).get(0);

    assertThat(now.createdTime()).isEqualTo(CREATED);
    assertThat(now.lastTransitionTime()).isEqualTo(CHANGED);
  }

  @Test
  void aConditionOfAnotherTypeIsNoPreviousOne() {
    Condition other =
        new Condition(
            "Reconciled",
            ConditionStatus.TRUE,
            Optional.empty(),
            Optional.empty(),
            1,
            CREATED,
            CREATED,
            CREATED);

    assertThat(of(outcome("True", "", ""), List.of(other)).get(0).createdTime()).isEqualTo(CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "True, TRUE",
    "true, TRUE",
    "TRUE, TRUE",
    "False, FALSE",
    "false, FALSE",
    "fALSe, FALSE"
  })
  void theCaseOfAStatusDoesNotMatter(String status, ConditionStatus expected) {
    assertThat(of(outcome(status, "", ""), List.of()).get(0).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown", "", "1", "True ", "yes"})
  void anyOtherStatusIsAFailureOfTheRule(String status) {
    assertThatThrownBy(() -> of(outcome(status, "", ""), List.of()))
        .hasMessage(
            "Condition mapping failed: condition mapping failed for Gauge.Calm:"
                + " invalid status value: "
                + status
                + " (must be True or False)")
        .asInstanceOf(InstanceOfAssertFactories.type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void ofALongStatusOnlyTheBeginningIsTold() {
    assertThatThrownBy(() -> of(outcome("é".repeat(65), "", ""), List.of()))
        .hasMessageEndingWith(
            "invalid status value: " + "é".repeat(64) + "… (must be True or False)");
    assertThatThrownBy(() -> of(outcome("😀".repeat(64), "", ""), List.of()))
        .hasMessageContaining("😀".repeat(64) + " (must");
  }

  @Test
  void aReasonOfTooManyBytesMeansNoCondition() {
    assertThat(of(outcome("True", "é".repeat(128), ""), List.of())).hasSize(1);
    assertThat(of(outcome("True", "é".repeat(128) + "x", ""), List.of())).isEmpty();
  }

  @Test
  void whatIsNotShownNeedsNoValidStatus() {
    assertThat(of(outcome("maybe", "x".repeat(257), ""), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, x, 2048", "0, é, 1024", "1, é, 1023", "0, €, 682", "3, 😀, 511", "0, 😀, 512"})
  void aLongMessageIsCutBetweenCharacters(int before, String character, int kept) {
    String start = "x".repeat(before);

    Condition condition = of(outcome("True", "", start + character.repeat(3000)), List.of()).get(0);

    assertThat(condition.message()).hasValue(start + character.repeat(kept));
  }

  @Test
  void aMessageOfTheMostBytesStays() {
    String most = "é".repeat(1024);

    assertThat(of(outcome("True", "", most), List.of()).get(0).message()).hasValue(most);
  }

  @Test
  void theOrderOfTheOutcomesStays() {
    List<MappedOutcome> outcomes =
        List.of(
            new MappedOutcome("B", "True", "", ""),
            new MappedOutcome("A", "True", "x".repeat(300), ""),
            new MappedOutcome("C", "False", "", ""));

    assertThat(MappedConditions.of(outcomes, GAUGE, List.of()))
        .extracting(Condition::type)
        .containsExactly("B", "C");
  }

  @Test
  void withoutRulesThereIsNothingToSay() {
    assertThat(ConditionRules.NONE.evaluate(null, GAUGE, List.of())).isEmpty();
  }

  private static List<Condition> of(MappedOutcome outcome, List<Condition> previous) {
    return MappedConditions.of(List.of(outcome), GAUGE, previous);
  }

  private static MappedOutcome outcome(String status, String reason, String message) {
    return new MappedOutcome("Calm", status, reason, message);
  }

  private static Condition before(ConditionStatus status) {
    return new Condition(
        "Calm",
        status,
        Optional.of("Before"),
        Optional.of("before"),
        2,
        CREATED,
        TRANSITION,
        TRANSITION);
  }
}
