package io.hyperfleet.server.api;

import io.hyperfleet.rest.request.ServiceState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The state of the service. It only moves forward, and nothing follows shutting down. */
final class Lifecycle implements LifecycleMBean, ServiceState {

  static final String NAME = "io.hyperfleet:type=Lifecycle";

  private record State(String phase, String failure) {}

  private static final State STARTING = new State("starting", "");
  private static final State READY = new State("ready", "");
  private static final State SHUTTING_DOWN = new State("shutting_down", "");

  private final AtomicReference<State> state = new AtomicReference<>(STARTING);
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long lastActivity = System.nanoTime();

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
  public Admission enter() {
    inFlight.incrementAndGet();
    lastActivity = System.nanoTime();
    State now = state.get();
    if (now.equals(READY)) {
      return Admission.HANDLED;
    }
    return now.equals(SHUTTING_DOWN) ? Admission.SHUTTING_DOWN : Admission.NOT_STARTED;
  }

  @Override
  public void leave() {
    lastActivity = System.nanoTime();
    inFlight.decrementAndGet();
  }

  @Override
  public int getRequestsInFlight() {
    return inFlight.get();
  }

  @Override
  public long getQuietMillis() {
    return inFlight.get() > 0 ? 0 : (System.nanoTime() - lastActivity) / 1_000_000;
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
