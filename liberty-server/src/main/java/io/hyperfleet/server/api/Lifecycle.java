package io.hyperfleet.server.api;

import io.hyperfleet.rest.request.ServiceState;
import java.util.concurrent.atomic.AtomicReference;

/** The state of the service. It only moves forward, and nothing follows shutting down. */
final class Lifecycle implements LifecycleMBean, ServiceState {

  static final String NAME = "io.hyperfleet:type=Lifecycle";

  private record State(String phase, String failure) {}

  private static final State STARTING = new State("starting", "");
  private static final State READY = new State("ready", "");
  private static final State SHUTTING_DOWN = new State("shutting_down", "");

  private final AtomicReference<State> state = new AtomicReference<>(STARTING);

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

  @Override
  public boolean ready() {
    State now = state.get();
    return now.equals(READY) || now.equals(SHUTTING_DOWN);
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
