package io.hyperfleet.domain.status;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.ReportRequest.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A report that makes sense by itself; whether it comes in time, the stored one decides. */
public final class ReportDraft {

  private static final int MAX_ADAPTER_LENGTH = 255;
  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);
  private static final Duration MOST_BEHIND = Duration.ofMinutes(30);

  private static final List<String> MANDATORY =
      List.of(ReportedCondition.AVAILABLE, ReportedCondition.APPLIED, ReportedCondition.HEALTH);

  private final AdapterReport report;

  private ReportDraft(AdapterReport report) {
    this.report = report;
  }

  /**
   * Checks a request in the published order.
   *
   * @param now that of the service, which also counts where the request has no time
   * @throws FleetException of code {@code VALIDATION} for the first thing that is wrong
   */
  public static ReportDraft accept(ReportRequest request, Instant now) {
    requireThat(!request.adapter().isEmpty(), "adapter is required");
    int length = request.adapter().codePointCount(0, request.adapter().length());
    requireThat(
        length <= MAX_ADAPTER_LENGTH,
        "adapter must be at most " + MAX_ADAPTER_LENGTH + " characters");
    requireThat(request.observedGeneration() >= 1, "observed_generation must be >= 1");
    Instant time = request.observedTime().orElse(now).truncatedTo(ChronoUnit.MICROS);
    List<ReportedCondition> conditions = conditions(request.conditions(), time);
    requireThat(
        !time.isAfter(now.plus(MOST_AHEAD)),
        "observed_time must not be more than 5m0s in the future");
    requireThat(
        !time.isBefore(now.minus(MOST_BEHIND)),
        "observed_time must not be more than 30m0s in the past");
    return new ReportDraft(
        new AdapterReport(
            new AdapterName(request.adapter()),
            request.observedGeneration(),
            conditions,
            request.data().orElse(Document.EMPTY_OBJECT),
            request.metadata(),
            time,
            time));
  }

  private static List<ReportedCondition> conditions(List<Statement> statements, Instant time) {
    Set<String> types = new HashSet<>();
    List<ReportedCondition> conditions = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      String type = statement.type();
      requireThat(!type.isEmpty(), "condition type cannot be empty at index " + i);
      requireThat(types.add(type), "duplicate condition type '" + type + "' at index " + i);
      conditions.add(
          new ReportedCondition(
              type, status(statement, i), statement.reason(), statement.message(), time));
    }
    return conditions;
  }

  private static ConditionStatus status(Statement statement, int index) {
    return ConditionStatus.parse(statement.status())
        .orElseThrow(
            () ->
                FleetException.invalid(
                    "invalid status value '%s' for condition at index %d (type: %s): must be 'True', 'False', or 'Unknown'"
                        .formatted(statement.status(), index, statement.type())));
  }

  public AdapterName adapter() {
    return report.adapter();
  }

  /** Whether the adapter says that it is done with a resource that is to go. */
  public boolean isFinal() {
    return report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE);
  }

  /**
   * The report as it is to be kept; empty if it comes too late, too early or with no news.
   *
   * @param generation that of the resource
   * @param stored what the adapter reported before
   * @throws FleetException of code {@code VALIDATION} if it comes in time and does not say enough
   */
  public Optional<AdapterReport> replacing(int generation, Optional<AdapterReport> stored) {
    if (report.observedGeneration() > generation || stored.filter(this::isOlderThan).isPresent()) {
      return Optional.empty();
    }
    for (String type : MANDATORY) {
      requireThat(
          report.condition(type).isPresent(),
          "missing mandatory condition '"
              + type
              + "': all adapters must report Available, Applied, and Health");
    }
    if (report.says(ReportedCondition.AVAILABLE, ConditionStatus.UNKNOWN) && stored.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(stored.map(report::after).orElse(report));
  }

  private boolean isOlderThan(AdapterReport stored) {
    int observed = report.observedGeneration();
    return observed < stored.observedGeneration()
        || (observed == stored.observedGeneration()
            && report.lastReportTime().isBefore(stored.lastReportTime()));
  }

  private static void requireThat(boolean rule, String problem) {
    if (!rule) {
      throw FleetException.invalid(problem);
    }
  }
}
