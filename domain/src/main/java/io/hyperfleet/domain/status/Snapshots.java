package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the required adapters last said of a resource, as far as it counts; in their order. */
public final class Snapshots {

  private static final Snapshots NONE = new Snapshots(List.of());

  private final List<Snapshot> all;

  private Snapshots(List<Snapshot> all) {
    this.all = all;
  }

  /** Nobody has reported yet. */
  public static Snapshots none() {
    return NONE;
  }

  /**
   * Of their reports; those of others, of later generations, and those that do not know whether the
   * resource is available, do not count.
   */
  public static Snapshots of(
      List<AdapterName> required, int generation, Collection<AdapterReport> reports) {
    return of(
        required,
        adapter ->
            reports.stream()
                .filter(report -> report.adapter().equals(adapter))
                .filter(report -> report.observedGeneration() <= generation)
                .findFirst()
                .flatMap(Snapshot::of));
  }

  /**
   * As far as the conditions of the resource show it: everything but who is finalized. That is
   * enough once the generation has grown, because what was said of earlier ones finalizes nothing.
   *
   * @param conditions as they followed from the latest reports
   */
  public static Snapshots shownBy(List<AdapterName> required, List<Condition> conditions) {
    return of(
        required,
        adapter ->
            conditions.stream()
                .filter(condition -> condition.type().equals(adapter.conditionType()))
                .findFirst()
                .map(condition -> Snapshot.shownBy(adapter, condition)));
  }

  private static Snapshots of(
      List<AdapterName> required, Function<AdapterName, Optional<Snapshot>> last) {
    return new Snapshots(required.stream().map(last).flatMap(Optional::stream).toList());
  }

  Stream<Snapshot> stream() {
    return all.stream();
  }

  Optional<Snapshot> of(AdapterName adapter) {
    return all.stream().filter(snapshot -> snapshot.adapter().equals(adapter)).findFirst();
  }

  boolean allAvailable() {
    return all.stream().allMatch(Snapshot::available);
  }

  boolean anyUnavailableAt(int generation) {
    return all.stream()
        .anyMatch(snapshot -> snapshot.generation() == generation && !snapshot.available());
  }

  /** Whether they all speak of the same one. */
  boolean ofOneGeneration() {
    return all.stream().map(Snapshot::generation).distinct().count() <= 1;
  }

  Optional<Integer> latestGeneration() {
    return all.stream().map(Snapshot::generation).max(Integer::compare);
  }

  Optional<Instant> earliest() {
    return earliest(snapshot -> true);
  }

  Optional<Instant> earliestAt(int generation) {
    return earliest(snapshot -> snapshot.generation() == generation);
  }

  private Optional<Instant> earliest(Predicate<Snapshot> which) {
    return all.stream().filter(which).map(Snapshot::time).min(Instant::compareTo);
  }
}
