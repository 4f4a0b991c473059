package io.hyperfleet.domain.status;

import static io.hyperfleet.domain.status.ReportFixture.adapters;
import static io.hyperfleet.domain.status.ReportFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {

  private static final Instant CREATED = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final List<AdapterName> A_AND_B = adapters("a", "b");
  private static final AdapterName A = A_AND_B.get(0);
  private static final AdapterName B = A_AND_B.get(1);

  private static Instant minute(int minute) {
    return CREATED.plus(Duration.ofMinutes(minute));
  }

  /**
   * Step n of what happens takes place n minutes after the creation. "a=True" is a report of a on
   * the current generation, "a=True@1" on the first; "Final" is Available=False, Finalized=True.
   * The conditions are given as status@generation, the step that updated them, the step of their
   * transition, and the reason.
   */
  @Nested
  class Decisions {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            # situation            | what happens                                 | Reconciled                     | lacking                | reporting | LastKnownReconciled
            new                    | ''                                           | False@1 0 0 MissingAdapters    | Available=True: [a, b] | []        | False@1 0 0 AdaptersMissingReports
            one reports            | a=True                                       | False@1 1 0 MissingAdapters    | Available=True: [b]    | [a]       | False@1 0 0 AdaptersMissingReports
            one does not know      | a=True b=Unknown                             | False@1 1 0 MissingAdapters    | Available=True: [b]    | [a]       | False@1 0 0 AdaptersMissingReports
            one of two fails first | a=False                                      | False@1 1 0 MissingAdapters    | Available=True: [a, b] | [a]       | False@1 1 0 AdaptersMissingReports
            one fails              | a=True b=False                               | False@1 1 0 MissingAdapters    | Available=True: [b]    | [a, b]    | False@1 1 0 AdapterReportedNotAvailable
            both are fine          | a=True b=True                                | True@1 1 1 All                 |                        |           | True@1 1 1 AllAdaptersReconciled
            patched                | a=True b=True patch                          | False@2 3 3 MissingAdapters    | Available=True: [a, b] | [a, b]    | True@1 1 1 AllAdaptersReconciled
            one has caught up      | a=True b=True patch a=True                   | False@2 4 3 MissingAdapters    | Available=True: [b]    | [a, b]    | True@1 1 1 AllAdaptersReconciled
            one fails ahead        | a=True b=True patch a=False                  | False@2 4 3 MissingAdapters    | Available=True: [a, b] | [a, b]    | True@1 1 1 AllAdaptersReconciled
            one fails behind       | a=True b=True patch a=True b=False@1         | False@2 4 3 MissingAdapters    | Available=True: [b]    | [a, b]    | False@2 1 1 AdapterReportedNotAvailable
            both have caught up    | a=True b=True patch a=True b=True            | True@2 4 4 All                 |                        |           | True@2 4 1 AllAdaptersReconciled
            one fails after that   | a=True b=True patch a=True b=True b=False    | False@2 4 4 MissingAdapters    | Available=True: [b]    | [a, b]    | False@2 4 4 AdapterReportedNotAvailable
            never agreed           | a=True patch b=True                          | False@2 3 0 MissingAdapters    | Available=True: [a]    | [a, b]    | False@2 0 0 AdaptersNotAtSameGeneration
            deleted                | a=True b=True delete                         | False@2 3 3 MissingAdapters    | Finalized=True: [a, b] | [a, b]    | True@1 1 1 AllAdaptersReconciled
            one is finalized       | a=True b=True delete a=Final                 | False@2 4 3 MissingAdapters    | Finalized=True: [b]    | [a, b]    | True@1 1 1 AllAdaptersReconciled
            finalized too early    | a=True b=True patch delete a=Final@2 b=Final | False@3 6 3 MissingAdapters    | Finalized=True: [a]    | [a, b]    | True@1 1 1 AllAdaptersReconciled
            available, not final   | a=True b=True delete a=True b=True           | False@2 4 3 MissingAdapters    | Finalized=True: [a, b] | [a, b]    | True@2 4 1 AllAdaptersReconciled
            finalized              | a=True b=True delete a=Final b=Final         | True@2 4 4 All                 |                        |           | True@1 1 1 AllAdaptersReconciled
            children are left      | a=True b=True delete child a=Final b=Final   | False@2 5 3 WaitingForChildren |                        |           | True@1 1 1 AllAdaptersReconciled
            children do not matter | child a=True b=True                          | True@1 2 2 All                 |                        |           | True@1 2 2 AllAdaptersReconciled
            """)
    void showWhatHappened(
        String situation,
        String happens,
        String reconciled,
        String lacking,
        String reporting,
        String lastKnown) {
      HistoryState state = play(A_AND_B, happens);

      assertThat(shown(state.conditions().get(0))).isEqualTo(reconciled);
      assertThat(state.conditions().get(0).message())
          .hasValue(messageOf(reconciled, lacking, reporting));
      assertThat(shown(state.conditions().get(1))).isEqualTo(lastKnown);
    }

    @Test
    void aKindOnWhichNobodyHasToReportIsNeverReconciled() {
      List<Condition> conditions = play(List.of(), "patch foreign=True@2").conditions();

      assertThat(conditions)
          .extracting(Decisions::shown)
          .containsExactly("False@2 1 1 MissingAdapters", "False@1 1 1 AdaptersMissingReports");
      assertThat(conditions.get(0).message())
          .hasValue("Required adapters not reporting Available=True: []. Currently reporting: []");
    }

    private static HistoryState play(List<AdapterName> required, String happens) {
      HistoryPlayer player = new HistoryPlayer(required, new AggregationRules());
      HistoryState state = player.created(CREATED);
      int step = 0;
      for (String event : happens.isEmpty() ? List.<String>of() : List.of(happens.split(" "))) {
        step++;
        state = player.next(state, event(event, minute(step), state.generation()));
      }
      return state;
    }

    private static ResourceEvent event(String event, Instant time, int current) {
      return switch (event) {
        case "patch" -> new ResourceEvent.Patched(time);
        case "delete" -> new ResourceEvent.Deleted(time);
        case "child" -> new ResourceEvent.ChildrenChanged(time, true);
        default -> new ResourceEvent.Reported(time, reported(event, time, current));
      };
    }

    private static AdapterReport reported(String event, Instant time, int current) {
      List<String> parts = List.of(event.split("[=@]"));
      AdapterName adapter = new AdapterName(parts.get(0));
      int generation = parts.size() > 2 ? Integer.parseInt(parts.get(2)) : current;
      return parts.get(1).equals("Final")
          ? report(adapter, generation, ConditionStatus.FALSE, ConditionStatus.TRUE, time)
          : report(adapter, generation, ConditionStatus.parse(parts.get(1)).orElseThrow(), time);
    }

    private static String shown(Condition condition) {
      return "%s@%d %d %d %s"
          .formatted(
              condition.status().wire(),
              condition.observedGeneration(),
              Duration.between(CREATED, condition.lastUpdatedTime()).toMinutes(),
              Duration.between(CREATED, condition.lastTransitionTime()).toMinutes(),
              condition.reason().orElseThrow().replaceFirst("^Reconciled", ""));
    }

    private static String messageOf(String reconciled, String lacking, String reporting) {
      if (reconciled.endsWith(" All")) {
        return "All required adapters reported Available=True or Finalized=True"
            + " at the current generation";
      }
      if (reconciled.endsWith(" WaitingForChildren")) {
        return "Deletion in progress. All required adapters reported Finalized=True"
            + " but child resources still exist";
      }
      return "Required adapters not reporting " + lacking + ". Currently reporting: " + reporting;
    }
  }

  @Nested
  class NothingReported {

    @Test
    void everythingIsAsOldAsTheResource() {
      assertThat(Aggregation.of(adapters("validation", "dns"), Snapshots.none(), first(CREATED)))
          .containsExactly(
              new Condition(
                  "Reconciled",
                  ConditionStatus.FALSE,
                  Optional.of("ReconciledMissingAdapters"),
                  Optional.of(
                      "Required adapters not reporting Available=True: [dns, validation]."
                          + " Currently reporting: []"),
                  1,
                  CREATED,
                  CREATED,
                  CREATED),
              new Condition(
                  "LastKnownReconciled",
                  ConditionStatus.FALSE,
                  Optional.of("AdaptersMissingReports"),
                  Optional.of("Required adapters have not yet reported status"),
                  1,
                  CREATED,
                  CREATED,
                  CREATED));
    }

    @Test
    void adaptersAreNamedInByteOrder() {
      List<Condition> conditions =
          Aggregation.of(adapters("b", "a-1", "B", "a"), Snapshots.none(), first(CREATED));

      assertThat(conditions.get(0).message().orElseThrow()).contains("[B, a, a-1, b]");
    }

    @Test
    void afterAChangeOnlyReconciledHasMoved() {
      List<Condition> previous = Aggregation.of(A_AND_B, Snapshots.none(), first(CREATED));

      List<Condition> conditions =
          Aggregation.of(
              A_AND_B, Snapshots.none(), new Observed(2, minute(1), false, false, previous));

      assertThat(conditions.get(0))
          .isEqualTo(
              new Condition(
                  "Reconciled",
                  ConditionStatus.FALSE,
                  previous.get(0).reason(),
                  previous.get(0).message(),
                  2,
                  CREATED,
                  minute(1),
                  CREATED));
      assertThat(conditions.get(1)).isEqualTo(previous.get(1));
    }
  }

  @Nested
  class Adapters {

    @Test
    void areShownInTheirOrderAfterTheRest() {
      List<AdapterName> required = adapters("my-adapter1", "validation", "a");
      List<AdapterReport> reports =
          adapters("a", "foreign", "validation", "my-adapter1").stream()
              .map(adapter -> report(adapter, 1, ConditionStatus.TRUE, minute(1)))
              .toList();

      assertThat(aggregated(required, reports, first(CREATED)))
          .extracting(Condition::type)
          .containsExactly(
              "Reconciled",
              "LastKnownReconciled",
              "MyAdapter1Successful",
              "ValidationSuccessful",
              "ASuccessful");
    }

    @Test
    void giveTheirReasonIfTheyHaveOne() {
      List<AdapterReport> reports =
          List.of(
              report(A, 1, ConditionStatus.FALSE, minute(1)),
              report(B, 1, ConditionStatus.TRUE, minute(2)));

      assertThat(aggregated(A_AND_B, reports, first(CREATED)))
          .contains(
              new Condition(
                  "ASuccessful",
                  ConditionStatus.FALSE,
                  Optional.of("AvailableFalse"),
                  Optional.of("a at " + minute(1)),
                  1,
                  CREATED,
                  minute(1),
                  minute(1)),
              new Condition(
                  "BSuccessful",
                  ConditionStatus.TRUE,
                  Optional.empty(),
                  Optional.empty(),
                  1,
                  CREATED,
                  minute(2),
                  minute(2)));
    }

    @Test
    void thatSayTheSameAgainHaveNoTransition() {
      List<Condition> previous =
          aggregated(
              List.of(A), List.of(report(A, 1, ConditionStatus.TRUE, minute(1))), first(CREATED));
      Observed observed = new Observed(2, minute(5), false, false, previous);

      Condition same =
          aggregated(List.of(A), List.of(report(A, 2, ConditionStatus.TRUE, minute(6))), observed)
              .get(2);
      Condition other =
          aggregated(List.of(A), List.of(report(A, 2, ConditionStatus.FALSE, minute(6))), observed)
              .get(2);

      assertThat(List.of(same.createdTime(), same.lastUpdatedTime(), same.lastTransitionTime()))
          .containsExactly(CREATED, minute(6), minute(1));
      assertThat(List.of(other.createdTime(), other.lastUpdatedTime(), other.lastTransitionTime()))
          .containsExactly(CREATED, minute(6), minute(6));
    }
  }

  /** No history leads here, since a change is seen to before the next report. */
  @Test
  void whatWasReconciledIsNoMoreSinceSomethingElseIsDesired() {
    List<Condition> previous =
        aggregated(
            List.of(A), List.of(report(A, 1, ConditionStatus.TRUE, minute(1))), first(CREATED));

    Condition reconciled =
        aggregated(
                List.of(A),
                List.of(report(A, 2, ConditionStatus.FALSE, minute(6))),
                new Observed(2, minute(5), false, false, previous))
            .get(0);

    assertThat(reconciled.lastUpdatedTime()).isEqualTo(minute(6));
    assertThat(reconciled.lastTransitionTime()).isEqualTo(minute(5));
  }

  @Test
  void conditionsOfOtherTypesAreNotKept() {
    Condition mapped =
        new Condition(
            "Ready",
            ConditionStatus.TRUE,
            Optional.empty(),
            Optional.empty(),
            1,
            CREATED,
            CREATED,
            CREATED);

    assertThat(
            Aggregation.of(
                A_AND_B, Snapshots.none(), new Observed(1, CREATED, false, false, List.of(mapped))))
        .extracting(Condition::type)
        .containsExactly("Reconciled", "LastKnownReconciled");
  }

  private static Observed first(Instant time) {
    return new Observed(1, time, false, false, List.of());
  }

  private static List<Condition> aggregated(
      List<AdapterName> required, List<AdapterReport> reports, Observed observed) {
    return Aggregation.of(
        required, Snapshots.of(required, observed.generation(), reports), observed);
  }
}
