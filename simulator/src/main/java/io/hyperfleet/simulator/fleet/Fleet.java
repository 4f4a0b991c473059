package io.hyperfleet.simulator.fleet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Everything that was created and is not gone yet, with what is expected of each. What is gone is
 * forgotten, so that memory follows the size of the fleet and not the length of the run.
 */
public final class Fleet {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** Those that are not deleted and not reconciled, by id. */
  private final Set<String> unreconciled = new LinkedHashSet<>();

  private final FleetTimes times = new FleetTimes();
  private long everCreated;
  private long everGone;
  private long progressed;
  private boolean stopped;

  public FleetTimes times() {
    return times;
  }

  /**
   * A resource was created.
   *
   * @param owner the id of its parent, empty if it has none
   * @param since when the request was sent
   */
  public void created(FleetKind kind, ReadResource resource, String owner, long since) {
    locked(
        () -> {
          Member member = new Member(kind, resource, since);
          members.put(resource.id(), member);
          unreconciled.add(resource.id());
          Optional.ofNullable(members.get(owner)).ifPresent(it -> it.children().add(member));
          everCreated++;
          return progress();
        });
  }

  /** Whether a change that was sent then made exactly the next generation. */
  public boolean changed(ReadResource resource, long since) {
    return locked(
        () -> {
          Member member = members.get(resource.id());
          if (member == null) {
            return false;
          }
          unreconciled.add(resource.id());
          progress();
          return member.change(resource.generation(), since);
        });
  }

  /** A resource is about to be deleted, and its children with it. */
  public void deleting(String id, long since) {
    locked(
        () -> {
          Optional.ofNullable(members.get(id)).ifPresent(it -> delete(it, since));
          return progress();
        });
  }

  private void delete(Member member, long since) {
    member.delete(since);
    unreconciled.remove(member.id());
    member.children().forEach(child -> delete(child, since));
  }

  /** A list showed it. Others than members are none of our business. */
  public void seen(ReadResource resource) {
    locked(
        () -> {
          Member member = members.get(resource.id());
          if (member == null || !member.turnsReconciled(resource)) {
            return false;
          }
          unreconciled.remove(resource.id());
          times.reconciled(member.kind()).add(member.waited(System.nanoTime()));
          return progress();
        });
  }

  /** It was answered with 404. Tells whether that was to be expected. */
  public boolean gone(String id) {
    return locked(
        () -> {
          Member member = members.remove(id);
          if (member == null) {
            return true;
          }
          unreconciled.remove(id);
          everGone++;
          times.gone(member.kind()).add(member.waited(System.nanoTime()));
          progress();
          return member.isDeleting();
        });
  }

  /** All of a kind, by id. */
  public Map<String, Listed> listed(FleetKind kind) {
    return locked(
        () -> {
          Map<String, Listed> listed = new LinkedHashMap<>();
          members.values().stream()
              .filter(it -> it.kind() == kind)
              .forEach(it -> listed.put(it.id(), it.listed()));
          return listed;
        });
  }

  public FleetCounts counts() {
    return locked(
        () -> {
          int deleting = (int) members.values().stream().filter(Member::isDeleting).count();
          int live = members.size() - deleting;
          return new FleetCounts(everCreated, live, live - unreconciled.size(), deleting, everGone);
        });
  }

  /**
   * Waits until all that is not deleted is reconciled, or until {@link #stop}. Gives up when
   * nothing happened for as long as the patience lasts.
   */
  public void awaitReconciled(Duration patience) throws InterruptedException {
    await(() -> stopped || unreconciled.isEmpty(), patience);
  }

  /** Waits until nothing is left, with the same patience. */
  public void awaitEmpty(Duration patience) throws InterruptedException {
    await(members::isEmpty, patience);
  }

  /** From now on nobody waits for anything to be reconciled. */
  public void stop() {
    locked(
        () -> {
          stopped = true;
          return progress();
        });
  }

  /** Those that are not deleted and not reconciled, in words. */
  public List<String> unreconciled() {
    return locked(() -> unreconciled.stream().map(id -> members.get(id).toString()).toList());
  }

  /** All that are not gone, in words. */
  public List<String> remaining() {
    return locked(() -> members.values().stream().map(Member::toString).toList());
  }

  private void await(BooleanSupplier done, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      progressed = System.nanoTime();
      while (!done.getAsBoolean()) {
        if (changed.awaitNanos(left(patience)) <= 0 && left(patience) <= 0) {
          return;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private long left(Duration patience) {
    return progressed + patience.toNanos() - System.nanoTime();
  }

  private boolean progress() {
    progressed = System.nanoTime();
    changed.signalAll();
    return true;
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
