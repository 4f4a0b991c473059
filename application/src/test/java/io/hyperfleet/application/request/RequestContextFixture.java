package io.hyperfleet.application.request;

import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.caller.TenantScope;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Requests for tests that are about something else. */
public final class RequestContextFixture {

  private RequestContextFixture() {}

  /** One that may take as long as it likes. */
  public static RequestContext request() {
    return by(Caller.SYSTEM);
  }

  public static RequestContext by(Caller caller) {
    return context(caller, Deadline.of(Duration.ZERO));
  }

  /** One that may take so long from its first question on. */
  public static RequestContext within(Duration budget) {
    return context(Caller.SYSTEM, Deadline.of(budget));
  }

  /** One whose time is over. */
  public static RequestContext over() {
    AtomicLong hours = new AtomicLong();
    Deadline deadline =
        new Deadline(
            Duration.ofMinutes(1), () -> Duration.ofHours(hours.incrementAndGet()).toNanos());
    deadline.left();
    return context(Caller.SYSTEM, deadline);
  }

  /** One that may take so much memory, and nothing without asking. */
  public static RequestContext holdingAtMost(long bytes) {
    return context(Caller.SYSTEM, Deadline.of(Duration.ZERO), new MemoryBudget(bytes, 0));
  }

  private static RequestContext context(Caller caller, Deadline deadline) {
    return context(caller, deadline, new MemoryBudget(Long.MAX_VALUE, 0));
  }

  private static RequestContext context(Caller caller, Deadline deadline, MemoryBudget memory) {
    return new RequestContext(
        new UUID(0, 1), caller, TenantScope.NONE, deadline, Optional.empty(), memory.share());
  }
}
