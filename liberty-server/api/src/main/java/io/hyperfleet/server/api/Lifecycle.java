package io.hyperfleet.server.api;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.rest.request.ServiceState;
import io.hyperfleet.rest.request.UnderWay;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The state of the service. It only moves forward, and nothing follows shutting down. */
final class Lifecycle implements LifecycleMBean, ServiceState {

  static final String NAME = "io.hyperfleet:type=Lifecycle";

  private record State(String phase, String failure) {}

  private static final State STARTING = new State("starting", "");
  private static final State READY = new State("ready", "");
  private static final State SHUTTING_DOWN = new State("shutting_down", "");

  private final AtomicReference<State> state = new AtomicReference<>(STARTING);
  private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
  private final MemoryBudget memory;
  private final int limit;
  private volatile long lastActivity = System.nanoTime();

  /**
   * A service that is starting.
   *
   * @param limit of requests at a time: others would wait for a thread, and nobody knows how long
   */
  Lifecycle(MemoryBudget memory, int limit) {
    this.memory = memory;
    this.limit = limit;
  }

  void started() {
    state.compareAndSet(STARTING, READY);
  }

  void failed(String reason) {
    state.compareAndSet(STARTING, new State("failed", reason));
  }

  @Override
  public void shuttingDown() {
    state.set(SHUTTING_DOWN);
  }

  boolean ready() {
    return state.get().equals(READY);
  }

  /** Counts before it looks, so that whoever waits for the last request overlooks none. */
  @Override
  public Admission enter(UnderWay request) {
    underWay.add(request);
    lastActivity = System.nanoTime();
    State now = state.get();
    if (now.equals(READY)) {
      return underWay.size() > limit ? Admission.BUSY : Admission.HANDLED;
    }
    return now.equals(SHUTTING_DOWN) ? Admission.SHUTTING_DOWN : Admission.NOT_STARTED;
  }

  @Override
  public void leave(UnderWay request) {
    lastActivity = System.nanoTime();
    underWay.remove(request);
  }

  @Override
  public int getRequestsInFlight() {
    return underWay.size();
  }

  @Override
  public String getRequestsUnderWay() {
    Map<String, Long> templates =
        underWay.stream()
            .collect(
                Collectors.groupingBy(UnderWay::template, TreeMap::new, Collectors.counting()));
    return templates.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public long getMemoryTaken() {
    return memory.taken();
  }

  @Override
  public long getQuietMillis() {
    return !underWay.isEmpty() ? 0 : (System.nanoTime() - lastActivity) / 1_000_000;
  }

  @Override
  public String getPhase() {
    return state.get().phase();
  }

  @Override
  public String getFailure() {
    return state.get().failure();
  }
}
