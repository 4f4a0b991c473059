package io.hyperfleet.server;

import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.NaiveAggregation;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The service once more, as plainly as its rules can be put: what each request is answered, and
 * what is there afterwards. Times of changes are those that the service told.
 */
final class FleetModel {

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);
  private static final Duration MOST_BEHIND = Duration.ofMinutes(30);

  private final NaiveAggregation rules = new NaiveAggregation();
  private int gone;
  private int goneWithTheirChild;

  /**
   * What a report is answered.
   *
   * @param kept of the adapter, if the report was taken
   */
  record Outcome(int status, Optional<AdapterReport> kept) {

    static Outcome of(int status) {
      return new Outcome(status, Optional.empty());
    }
  }

  int create(Optional<ModelResource> owner) {
    if (owner.filter(ModelResource::isGone).isPresent()) {
      return 404;
    }
    return owner.filter(ModelResource::isMarked).isPresent() ? 409 : 201;
  }

  void created(ModelResource resource) {
    if (!resource.kind().required().isEmpty()) {
      aggregate(resource);
    }
  }

  int patch(ModelResource resource, int content, Instant time) {
    if (resource.isGone()) {
      return 404;
    }
    if (resource.isMarked()) {
      return 409;
    }
    if (resource.content() != content) {
      resource.changeContent(content, time);
      if (!resource.kind().required().isEmpty()) {
        aggregate(resource);
      }
    }
    return 200;
  }

  private void aggregate(ModelResource resource) {
    resource.setConditions(
        rules.conditions(
            resource.kind().required(),
            resource.reports().values(),
            new Observed(
                resource.generation(),
                resource.updated(),
                resource.isMarked(),
                resource.hasActiveChild(),
                resource.conditions())));
  }

  int delete(ModelResource resource, Instant time) {
    if (resource.isGone()) {
      return 404;
    }
    if (isRestricted(resource)) {
      return 409;
    }
    mark(resource, time);
    removeFinished(resource);
    return 202;
  }

  private static boolean isRestricted(ModelResource resource) {
    return resource.children(ModelKind.RESTRICT).stream().anyMatch(child -> !child.isMarked())
        || resource.children(ModelKind.CASCADE).stream().anyMatch(FleetModel::isRestricted);
  }

  private void mark(ModelResource resource, Instant time) {
    resource.mark(time);
    aggregate(resource);
    for (ModelResource child : resource.children(ModelKind.CASCADE)) {
      if (!child.isMarked()) {
        mark(child, time);
      }
    }
  }

  /** Whoever nobody has to report on goes, from the innermost on. */
  private void removeFinished(ModelResource resource) {
    resource.children(ModelKind.CASCADE).forEach(this::removeFinished);
    if (resource.kind().required().isEmpty() && !resource.hasMarkedChild()) {
      remove(resource);
    }
  }

  int force(ModelResource resource) {
    if (resource.isGone()) {
      return 404;
    }
    if (!resource.isMarked()) {
      return 409;
    }
    resource.children().forEach(FleetModel::removeAll);
    remove(resource);
    return 204;
  }

  private static void removeAll(ModelResource resource) {
    resource.children().forEach(FleetModel::removeAll);
    resource.remove();
  }

  /** An owner that waited for nothing else goes with it. */
  private void remove(ModelResource resource) {
    resource.remove();
    gone++;
    resource
        .owner()
        .filter(owner -> !owner.isGone() && owner.isMarked() && isFinished(owner))
        .ifPresent(
            owner -> {
              goneWithTheirChild++;
              remove(owner);
            });
  }

  private boolean isFinished(ModelResource resource) {
    return resource.kind().required().isEmpty()
        ? !resource.hasMarkedChild()
        : resource.children().isEmpty() && isFinalized(resource);
  }

  private boolean isFinalized(ModelResource resource) {
    return rules.allFinalized(
        resource.kind().required(), resource.generation(), resource.reports().values());
  }

  /**
   * @param now roughly
   */
  Outcome report(ModelResource resource, AdapterReport report, Instant now) {
    if (report.lastReportTime().isAfter(now.plus(MOST_AHEAD))
        || report.lastReportTime().isBefore(now.minus(MOST_BEHIND))) {
      return Outcome.of(400);
    }
    if (resource.isGone()) {
      return Outcome.of(404);
    }
    AdapterReport stored = resource.reports().get(report.adapter());
    if (report.observedGeneration() > resource.generation() || isOlder(report, stored)) {
      return Outcome.of(204);
    }
    for (String type : List.of("Available", "Applied", "Health")) {
      if (report.condition(type).isEmpty()) {
        return Outcome.of(400);
      }
    }
    if (stored != null && isUnknown(report)) {
      return Outcome.of(204);
    }
    AdapterReport kept = stored == null ? report : rules.replace(stored, report);
    if (!kept.equals(stored)) {
      keep(resource, kept);
    }
    return new Outcome(201, Optional.of(kept));
  }

  private static boolean isOlder(AdapterReport report, AdapterReport stored) {
    if (stored == null || report.observedGeneration() > stored.observedGeneration()) {
      return false;
    }
    return report.observedGeneration() < stored.observedGeneration()
        || report.lastReportTime().isBefore(stored.lastReportTime());
  }

  private static boolean isUnknown(AdapterReport report) {
    return report.says(ReportedCondition.AVAILABLE, ConditionStatus.UNKNOWN);
  }

  private void keep(ModelResource resource, AdapterReport report) {
    resource.reports().put(report.adapter(), report);
    if (report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE)
        && resource.isMarked()
        && resource.children().isEmpty()
        && isFinalized(resource)) {
      remove(resource);
    } else if (!isUnknown(report)) {
      aggregate(resource);
    }
  }

  /** How many resources went, by themselves and as owners of the last of them. */
  List<Integer> removals() {
    return List.of(gone, goneWithTheirChild);
  }
}
