package io.hyperfleet.simulator.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass. Tests let none. */
@FunctionalInterface
public interface Pauses {

  /** Ends only with the time, or with an interruption of the thread. */
  Pauses REAL = time -> new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);

  /** Whether something else than the time ended it. */
  boolean pause(Duration time) throws InterruptedException;
}
