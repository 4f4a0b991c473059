package io.hyperfleet.domain.status;

import static io.hyperfleet.domain.status.ReportFixture.adapters;
import static io.hyperfleet.domain.status.ReportFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The aggregation against a second one that was written to be obvious. */
class AggregationModelTest {

  private static final Instant CREATED = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final HistoryRules MODEL = new NaiveAggregation();
  private static final HistoryRules CODE = new AggregationRules();

  private static Instant second(int second) {
    return CREATED.plusSeconds(second);
  }

  /** Whatever is stored, after whatever was shown before, even where no history leads there. */
  @Nested
  class Combinations {

    private static final List<Instant> EARLY_LATE_LATE =
        List.of(second(700), second(900), second(900));
    private static final List<Instant> LATE_EARLY_EARLY =
        List.of(second(900), second(700), second(700));

    /**
     * Short histories: T, F and f are reports that all is well, that it is not, and that nothing is
     * left, each of the adapter whose turn it is; p patches and d deletes.
     */
    private static final String PASTS =
        "/T/F/TT/TF/TpT/TTp/TTpT/TTpF/TTpTT/TTpTTF/TTppTT/TTpTTd/TTpTTdf"
            + "/TTT/TTTp/TTTpTT/TTTpTTT/TTTppTTT/TTTpTTTdfff/dfff";

    /** What an adapter may have said, seen from generation 3. */
    private enum Said {
      NOTHING,
      TRUE_OF_THE_FIRST,
      FALSE_OF_THE_SECOND,
      TRUE_OF_THE_SECOND,
      TRUE,
      FALSE,
      UNKNOWN,
      FINALIZED,
      AVAILABLE_AND_FINALIZED,
      TRUE_OF_THE_NEXT;

      Optional<AdapterReport> by(AdapterName adapter, Instant time) {
        return Optional.ofNullable(
            switch (this) {
              case NOTHING -> null;
              case TRUE_OF_THE_FIRST -> report(adapter, 1, ConditionStatus.TRUE, time);
              case FALSE_OF_THE_SECOND -> report(adapter, 2, ConditionStatus.FALSE, time);
              case TRUE_OF_THE_SECOND -> report(adapter, 2, ConditionStatus.TRUE, time);
              case TRUE -> report(adapter, 3, ConditionStatus.TRUE, time);
              case FALSE -> report(adapter, 3, ConditionStatus.FALSE, time);
              case UNKNOWN -> report(adapter, 3, ConditionStatus.UNKNOWN, time);
              case FINALIZED ->
                  report(adapter, 3, ConditionStatus.FALSE, ConditionStatus.TRUE, time);
              case AVAILABLE_AND_FINALIZED ->
                  report(adapter, 3, ConditionStatus.TRUE, ConditionStatus.TRUE, time);
              case TRUE_OF_THE_NEXT -> report(adapter, 4, ConditionStatus.TRUE, time);
            });
      }
    }

    @Test
    void ofTwoAreJudgedAlike() {
      compareAll(adapters("validation", "b"), EARLY_LATE_LATE);
      compareAll(adapters("validation", "b"), LATE_EARLY_EARLY);
    }

    @Test
    void ofThreeAreJudgedAlike() {
      compareAll(adapters("b", "c", "a"), LATE_EARLY_EARLY);
    }

    @Test
    void ofOneOrNobodyAreJudgedAlike() {
      compareAll(adapters("a"), LATE_EARLY_EARLY);
      compareAll(adapters(), LATE_EARLY_EARLY);
    }

    private static void compareAll(List<AdapterName> required, List<Instant> times) {
      List<List<Condition>> pasts = pasts(required);
      List<List<AdapterReport>> presents = new ArrayList<>();
      eachReports(required, times, List.of(), presents::add);

      for (List<Condition> past : pasts) {
        for (List<AdapterReport> present : presents) {
          for (int flags = 0; flags < 4; flags++) {
            Observed observed =
                new Observed(3, second(800), (flags & 1) > 0, (flags & 2) > 0, past);
            assertSame(required, present, observed);
          }
        }
      }
    }

    private static void assertSame(
        List<AdapterName> required, List<AdapterReport> reports, Observed observed) {
      assertThat(CODE.conditions(required, reports, observed))
          .as("%s of %s with %s", required, reports, observed)
          .isEqualTo(MODEL.conditions(required, reports, observed));
      assertThat(CODE.allFinalized(required, observed.generation(), reports))
          .as("finalized: %s of %s", required, reports)
          .isEqualTo(MODEL.allFinalized(required, observed.generation(), reports));
    }

    /** Each that is required says each thing, and somebody else always the same. */
    private static void eachReports(
        List<AdapterName> required,
        List<Instant> times,
        List<AdapterReport> said,
        Consumer<List<AdapterReport>> visitor) {
      if (required.isEmpty()) {
        AdapterName foreign = new AdapterName("foreign");
        AdapterReport other = report(foreign, 3, ConditionStatus.FALSE, second(600));
        visitor.accept(Stream.concat(Stream.of(other), said.stream()).toList());
        return;
      }
      for (Said one : Said.values()) {
        List<AdapterReport> more =
            Stream.concat(said.stream(), one.by(required.get(0), times.get(0)).stream()).toList();
        eachReports(
            required.subList(1, required.size()), times.subList(1, times.size()), more, visitor);
      }
    }

    /** The conditions after some short histories. */
    private static List<List<Condition>> pasts(List<AdapterName> required) {
      List<List<Condition>> pasts = new ArrayList<>(List.of(List.of()));
      HistoryPlayer player = new HistoryPlayer(required, MODEL);
      for (String history : PASTS.split("/", -1)) {
        HistoryState state = player.created(CREATED);
        for (int step = 1; step <= history.length(); step++) {
          state = player.next(state, event(required, history.charAt(step - 1), step, state));
        }
        pasts.add(state.conditions());
      }
      return pasts.stream().distinct().toList();
    }

    private static ResourceEvent event(
        List<AdapterName> required, char what, int step, HistoryState state) {
      Instant time = second(step);
      if (what == 'p') {
        return new ResourceEvent.Patched(time);
      }
      if (what == 'd') {
        return new ResourceEvent.Deleted(time);
      }
      AdapterName adapter =
          required.isEmpty() ? new AdapterName("foreign") : required.get(step % required.size());
      return new ResourceEvent.Reported(
          time,
          report(
              adapter,
              state.generation(),
              what == 'T' ? ConditionStatus.TRUE : ConditionStatus.FALSE,
              what == 'f' ? ConditionStatus.TRUE : ConditionStatus.FALSE,
              time));
    }
  }

  /** Every way through four events. */
  @Nested
  class ShortHistories {

    private static final List<AdapterName> REQUIRED = adapters("validation", "b");

    @Test
    void goAlike() {
      HistoryState created = new HistoryPlayer(REQUIRED, CODE).created(CREATED);

      follow(4, List.of(), new HistoryPlayer(REQUIRED, MODEL).created(CREATED), created);
    }

    private static void follow(
        int left, List<ResourceEvent> events, HistoryState wanted, HistoryState got) {
      assertThat(got).as("%s", new ResourceHistory(REQUIRED, CREATED, events)).isEqualTo(wanted);
      if (left == 0) {
        return;
      }
      for (ResourceEvent event : possible(events.size() + 1, wanted)) {
        follow(
            left - 1,
            Stream.concat(events.stream(), Stream.of(event)).toList(),
            new HistoryPlayer(REQUIRED, MODEL).next(wanted, event),
            new HistoryPlayer(REQUIRED, CODE).next(got, event));
      }
    }

    private static List<ResourceEvent> possible(int step, HistoryState state) {
      Instant now = second(step);
      List<ResourceEvent> possible = new ArrayList<>();
      possible.add(new ResourceEvent.Patched(now));
      possible.add(new ResourceEvent.Deleted(now));
      possible.add(new ResourceEvent.ChildrenChanged(now, !state.hasActiveChild()));
      for (AdapterName adapter : REQUIRED) {
        for (ConditionStatus available : ConditionStatus.values()) {
          int current = state.generation();
          possible.add(new ResourceEvent.Reported(now, report(adapter, current, available, now)));
          possible.add(
              new ResourceEvent.Reported(
                  now, report(adapter, current, available, ConditionStatus.TRUE, now)));
          if (current > 1) {
            possible.add(
                new ResourceEvent.Reported(now, report(adapter, current - 1, available, now)));
          }
        }
      }
      return possible;
    }
  }

  /** Long ones, in which times stand still and go back, and reports come too early and too late. */
  @Nested
  class LongHistories {

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 200})
    void goAlike(int length) {
      assertThat(
              LongStream.range(0, 20_000 / length)
                  .mapToObj(seed -> RandomHistories.history(seed, length))
                  .flatMap(history -> history.difference(MODEL, CODE).stream())
                  .findFirst())
          .isEmpty();
    }

    /** Guards the generator: what is never reached is never compared. */
    @Test
    void comeAcrossEverything() {
      assertThat(
              LongStream.range(0, 200)
                  .mapToObj(seed -> RandomHistories.history(seed, 100))
                  .flatMap(
                      history ->
                          new HistoryPlayer(history.required(), MODEL).play(history).stream())
                  .flatMap(LongHistories::features)
                  .distinct())
          .contains(
              "Reconciled True ReconciledAll",
              "Reconciled True ReconciledAll while deleting",
              "Reconciled False ReconciledMissingAdapters",
              "Reconciled False ReconciledWaitingForChildren while deleting",
              "LastKnownReconciled True AllAdaptersReconciled",
              "LastKnownReconciled True AllAdaptersReconciled while deleting",
              "LastKnownReconciled False AdaptersMissingReports",
              "LastKnownReconciled False AdapterReportedNotAvailable",
              "LastKnownReconciled False AdaptersNotAtSameGeneration",
              "finished");
    }

    private static Stream<String> features(HistoryState state) {
      return Stream.concat(
          state.conditions().stream()
              .filter(condition -> condition.type().endsWith("Reconciled"))
              .map(
                  condition ->
                      "%s %s %s%s"
                          .formatted(
                              condition.type(),
                              condition.status().wire(),
                              condition.reason().orElseThrow(),
                              state.deleting() ? " while deleting" : "")),
          state.finished() ? Stream.of("finished") : Stream.of());
    }
  }

  /** Once the generation has grown, the conditions are as good as the reports. */
  @Nested
  class Grown {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void conditionsShowWhatTheReportsSaid(boolean deleting) {
      for (int seed = 0; seed < 100; seed++) {
        ResourceHistory history = RandomHistories.history(seed, 60);
        List<AdapterName> required = history.required();
        for (HistoryState state : new HistoryPlayer(required, CODE).play(history)) {
          Observed next =
              new Observed(
                  state.generation() + 1,
                  state.changedTime().plusSeconds(1),
                  deleting,
                  state.hasActiveChild(),
                  state.conditions());
          List<Condition> ofReports = CODE.conditions(required, state.allReports(), next);
          List<Condition> ofConditions = CODE.conditionsOfNext(required, List.of(), next);
          assertThat(ofConditions).as("%s", history).isEqualTo(ofReports);
        }
      }
    }
  }

  /** Guards the comparison itself. */
  @Test
  void aDifferenceIsShownWithWhatLeadsToIt() {
    ResourceHistory history =
        new ResourceHistory(
            adapters("a"),
            CREATED,
            IntStream.rangeClosed(1, 3)
                .<ResourceEvent>mapToObj(
                    step ->
                        new ResourceEvent.Reported(
                            second(step),
                            report(new AdapterName("a"), 1, ConditionStatus.TRUE, second(step))))
                .toList());
    assertThat(history.difference(MODEL, new ForgetfulRules()).orElseThrow())
        .startsWith(history.prefix(2).toString())
        .doesNotContain(history.events().get(2).toString());
    assertThat(history.difference(MODEL, MODEL)).isEmpty();
  }

  /** Takes every report for the first one. */
  private static final class ForgetfulRules extends AggregationRules {
    @Override
    public AdapterReport replace(AdapterReport stored, AdapterReport report) {
      return report;
    }
  }
}
