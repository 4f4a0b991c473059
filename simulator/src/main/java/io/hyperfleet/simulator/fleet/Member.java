package io.hyperfleet.simulator.fleet;

import java.util.ArrayList;
import java.util.List;

/** One resource of the fleet and what is expected of it. Guarded by the fleet. */
final class Member {

  private final FleetKind kind;
  private final ReadResource created;
  private final List<Member> children = new ArrayList<>();
  private int generation;
  private long since;
  private boolean reconciled;
  private boolean deleting;
  private String said;

  Member(FleetKind kind, ReadResource created, long since) {
    this.kind = kind;
    this.created = created;
    this.generation = created.generation();
    this.since = since;
    this.said = words(created);
  }

  FleetKind kind() {
    return kind;
  }

  String id() {
    return created.id();
  }

  Listed listed() {
    return new Listed(kind, id(), created.href());
  }

  boolean isReconciled() {
    return reconciled;
  }

  boolean isDeleting() {
    return deleting;
  }

  /** Those that are deleted with it. */
  List<Member> children() {
    return children;
  }

  /** Changed at that moment, to that generation. Tells whether that is the next one. */
  boolean change(int newGeneration, long now) {
    boolean next = newGeneration == generation + 1;
    generation = newGeneration;
    since = now;
    reconciled = false;
    return next;
  }

  void delete(long now) {
    if (!deleting) {
      deleting = true;
      since = now;
    }
  }

  /** Whether this is the first time that it is seen as reconciled since its last change. */
  boolean turnsReconciled(ReadResource seen) {
    said = words(seen);
    boolean first = !deleting && !reconciled && isAsWanted(seen);
    reconciled |= first;
    return first;
  }

  long waited(long now) {
    return now - since;
  }

  @Override
  public String toString() {
    return "%s %s (%s): %s, %s"
        .formatted(
            kind.wire(),
            created.name(),
            id(),
            deleting ? "deleted, and still there" : "expected at generation " + generation,
            said);
  }

  /** A kind that had no such condition at its creation is as wanted once it is listed as it is. */
  private boolean isAsWanted(ReadResource seen) {
    return seen.generation() == generation
        && (created.reconciled().isEmpty()
            || seen.reconciled()
                .filter(it -> it.isTrue() && it.observedGeneration() == generation)
                .isPresent());
  }

  private static String words(ReadResource seen) {
    return "last seen at generation %d%s"
        .formatted(
            seen.generation(),
            seen.reconciled()
                .map(it -> " with Reconciled=%s: %s".formatted(it.status(), it.message()))
                .orElse(""));
  }
}
