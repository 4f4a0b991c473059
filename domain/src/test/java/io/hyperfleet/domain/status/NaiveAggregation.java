package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The status of a resource once more, as plainly as the rules can be put: one row of a rule, one
 * line. It shares nothing with {@link Aggregation} but the values, so that they can be compared.
 */
public final class NaiveAggregation implements HistoryRules {

  @Override
  public AdapterReport replace(AdapterReport stored, AdapterReport report) {
    List<ReportedCondition> conditions = new ArrayList<>();
    for (ReportedCondition now : report.conditions()) {
      Instant since = now.lastTransitionTime();
      for (ReportedCondition before : stored.conditions()) {
        if (before.type().equals(now.type()) && before.status().equals(now.status())) {
          since = before.lastTransitionTime();
        }
      }
      conditions.add(
          new ReportedCondition(now.type(), now.status(), now.reason(), now.message(), since));
    }
    return new AdapterReport(
        report.adapter(),
        report.observedGeneration(),
        conditions,
        report.data(),
        report.metadata(),
        stored.createdTime(),
        report.lastReportTime());
  }

  @Override
  public boolean allFinalized(
      List<AdapterName> required, int generation, Collection<AdapterReport> reports) {
    int finalized = 0;
    for (AdapterName adapter : required) {
      for (AdapterReport report : reports) {
        if (report.adapter().equals(adapter)
            && report.observedGeneration() == generation
            && status(report, "Finalized").equals("True")) {
          finalized++;
        }
      }
    }
    return finalized == required.size();
  }

  @Override
  public List<Condition> conditionsOfNext(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed) {
    return conditions(required, reports, observed);
  }

  @Override
  public List<Condition> conditions(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed) {
    List<AdapterReport> known = new ArrayList<>();
    for (AdapterName adapter : required) {
      for (AdapterReport report : reports) {
        if (report.adapter().equals(adapter)
            && report.observedGeneration() <= observed.generation()
            && List.of("True", "False").contains(status(report, "Available"))) {
          known.add(report);
        }
      }
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(reconciled(required, known, observed));
    conditions.add(lastKnownReconciled(required, known, observed));
    for (AdapterReport report : known) {
      conditions.add(ofAdapter(report, observed));
    }
    return conditions;
  }

  private static Condition reconciled(
      List<AdapterName> required, List<AdapterReport> known, Observed observed) {
    Condition previous = previous(observed, "Reconciled");
    String wanted = observed.deleting() ? "Finalized" : "Available";
    List<String> missing = names(required);
    List<Instant> current = new ArrayList<>();
    for (AdapterReport report : known) {
      if (report.observedGeneration() == observed.generation()) {
        current.add(report.lastReportTime());
        if (status(report, wanted).equals("True")) {
          missing.remove(report.adapter().value());
        }
      }
    }
    boolean ok = !required.isEmpty() && missing.isEmpty();
    boolean met = ok && !(observed.deleting() && observed.hasActiveChild());
    Instant updated = current.isEmpty() ? observed.changedTime() : Collections.min(current);
    Instant transition = transition(previous, met, updated);
    if (is(previous, "True") && !met && observed.generation() > previous.observedGeneration()) {
      transition = observed.changedTime();
    }
    return new Condition(
        "Reconciled",
        met ? ConditionStatus.TRUE : ConditionStatus.FALSE,
        Optional.of(reasonOfReconciled(met, ok)),
        Optional.of(messageOfReconciled(met, ok, wanted, missing, known)),
        observed.generation(),
        created(previous, observed),
        updated,
        transition);
  }

  private static String reasonOfReconciled(boolean met, boolean ok) {
    if (met) {
      return "ReconciledAll";
    }
    return ok ? "ReconciledWaitingForChildren" : "ReconciledMissingAdapters";
  }

  private static String messageOfReconciled(
      boolean met, boolean ok, String wanted, List<String> missing, List<AdapterReport> known) {
    if (met) {
      return "All required adapters reported Available=True or Finalized=True"
          + " at the current generation";
    }
    if (ok) {
      return "Deletion in progress. All required adapters reported Finalized=True"
          + " but child resources still exist";
    }
    List<AdapterName> reporting = new ArrayList<>();
    for (AdapterReport report : known) {
      reporting.add(report.adapter());
    }
    return "Required adapters not reporting %s=True: [%s]. Currently reporting: [%s]"
        .formatted(wanted, String.join(", ", missing), String.join(", ", names(reporting)));
  }

  private static Condition lastKnownReconciled(
      List<AdapterName> required, List<AdapterReport> known, Observed observed) {
    Condition previous = previous(observed, "LastKnownReconciled");
    int row = row(required, known, previous);
    boolean met = row == 3 || row == 4 || row == 8;
    int generation = generation(row, known, previous);
    Instant updated = updated(row, generation, known, previous, observed);
    return new Condition(
        "LastKnownReconciled",
        met ? ConditionStatus.TRUE : ConditionStatus.FALSE,
        Optional.of(reasonOfLastKnown(row)),
        Optional.of(messageOfLastKnown(row)),
        generation,
        created(previous, observed),
        updated,
        transition(previous, met, updated));
  }

  /** The number of the rule that decides. */
  private static int row(
      List<AdapterName> required, List<AdapterReport> known, Condition previous) {
    if (required.isEmpty()) {
      return 1;
    }
    if (known.size() < required.size()) {
      return 2;
    }
    if (unavailable(known).isEmpty()) {
      boolean mixed = min(generations(known)) != max(generations(known));
      if (!mixed) {
        return 3;
      }
      return is(previous, "True") ? 4 : 5;
    }
    if (!is(previous, "True")) {
      return 6;
    }
    return generations(unavailable(known)).contains(previous.observedGeneration()) ? 7 : 8;
  }

  private static int generation(int row, List<AdapterReport> known, Condition previous) {
    if (row == 1) {
      return 1;
    }
    if (row == 4 || row == 8) {
      return previous.observedGeneration();
    }
    if (known.isEmpty()) {
      return previous == null ? 1 : previous.observedGeneration();
    }
    return max(generations(known));
  }

  private static Instant updated(
      int row, int generation, List<AdapterReport> known, Condition previous, Observed observed) {
    if (row == 1) {
      return observed.changedTime();
    }
    if (row == 3) {
      return Collections.min(times(known));
    }
    boolean met = row == 4 || row == 8;
    if (!met && generations(unavailable(known)).contains(generation)) {
      List<AdapterReport> latest = new ArrayList<>(known);
      latest.removeIf(report -> report.observedGeneration() != generation);
      return Collections.min(times(latest));
    }
    return previous == null ? observed.changedTime() : previous.lastUpdatedTime();
  }

  private static String reasonOfLastKnown(int row) {
    return switch (row) {
      case 1, 2 -> "AdaptersMissingReports";
      case 5 -> "AdaptersNotAtSameGeneration";
      case 6, 7 -> "AdapterReportedNotAvailable";
      default -> "AllAdaptersReconciled";
    };
  }

  private static String messageOfLastKnown(int row) {
    return switch (row) {
      case 1, 2 -> "Required adapters have not yet reported status";
      case 5 -> "Required adapters do not report a consistent Available state";
      case 6, 7 -> "One or more required adapters report Available=False";
      default -> "All required adapters report Available=True for the tracked generation";
    };
  }

  private static Condition ofAdapter(AdapterReport report, Observed observed) {
    String type = report.adapter().conditionType();
    ReportedCondition available = report.condition("Available").orElseThrow();
    Condition previous = previous(observed, type);
    Instant time = report.lastReportTime();
    return new Condition(
        type,
        available.status(),
        available.reason(),
        available.message(),
        report.observedGeneration(),
        created(previous, observed),
        time,
        transition(previous, available.status() == ConditionStatus.TRUE, time));
  }

  private static Instant created(Condition previous, Observed observed) {
    return previous == null ? observed.changedTime() : previous.createdTime();
  }

  private static Instant transition(Condition previous, boolean met, Instant updated) {
    return is(previous, met ? "True" : "False") ? previous.lastTransitionTime() : updated;
  }

  private static Condition previous(Observed observed, String type) {
    for (Condition condition : observed.previous()) {
      if (condition.type().equals(type)) {
        return condition;
      }
    }
    return null;
  }

  private static boolean is(Condition condition, String status) {
    return condition != null && condition.status().wire().equals(status);
  }

  private static String status(AdapterReport report, String type) {
    for (ReportedCondition condition : report.conditions()) {
      if (condition.type().equals(type)) {
        return condition.status().wire();
      }
    }
    return "absent";
  }

  private static List<AdapterReport> unavailable(List<AdapterReport> known) {
    List<AdapterReport> unavailable = new ArrayList<>(known);
    unavailable.removeIf(report -> status(report, "Available").equals("True"));
    return unavailable;
  }

  private static List<Integer> generations(List<AdapterReport> known) {
    List<Integer> generations = new ArrayList<>();
    for (AdapterReport report : known) {
      generations.add(report.observedGeneration());
    }
    return generations;
  }

  private static List<Instant> times(List<AdapterReport> known) {
    List<Instant> times = new ArrayList<>();
    for (AdapterReport report : known) {
      times.add(report.lastReportTime());
    }
    return times;
  }

  private static int min(List<Integer> generations) {
    return Collections.min(generations);
  }

  private static int max(List<Integer> generations) {
    return Collections.max(generations);
  }

  private static List<String> names(List<AdapterName> adapters) {
    List<String> names = new ArrayList<>();
    for (AdapterName adapter : adapters) {
      names.add(adapter.value());
    }
    Collections.sort(names);
    return names;
  }
}
