package io.hyperfleet.rest.request;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Ends a request exactly once: when its handling returns or, if that left the answer to others,
 * when they complete it.
 */
final class Completion implements AsyncListener {

  private final Runnable end;
  private boolean leftToOthers;

  Completion(Runnable end) {
    this.end = end;
  }

  /** The handling leaves the answer to others; told before any of them can complete it. */
  AsyncContext follow(AsyncContext asynchronous) {
    asynchronous.addListener(this);
    leftToOthers = true;
    return asynchronous;
  }

  boolean isLeftToOthers() {
    return leftToOthers;
  }

  /** The handling has returned. */
  void handled() {
    if (!leftToOthers) {
      end.run();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end.run();
  }

  /** A request that is dispatched and starts over forgets its listeners. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // Completion follows.
  }

  @Override
  public void onError(AsyncEvent event) {
    // Completion follows.
  }
}
