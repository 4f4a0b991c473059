package io.hyperfleet.rest.request;

import io.hyperfleet.application.request.Deadline;
import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.request.TraceParent;
import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.id.TimeOrderedIds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Makes what travels with each request. */
public final class RequestContexts {

  /**
   * Where each answer tells the id; an answer without it was given before a request came so far.
   */
  public static final String ID_HEADER = "X-Request-ID";

  /** Set by what stands before all applications, which looks after the threads. */
  static final String WAITED = "io.hyperfleet.waited.nanos";

  private static final String TRACE_PARENT = "traceparent";

  private final TimeOrderedIds ids;
  private final Duration budget;
  private final MemoryBudget memory;

  /**
   * Gives every request the same time, and a share of the memory.
   *
   * @param budget zero or less for no limit
   */
  public RequestContexts(TimeOrderedIds ids, Duration budget, MemoryBudget memory) {
    this.ids = ids;
    this.budget = budget;
    this.memory = memory;
  }

  RequestContext of(HttpServletRequest request) {
    String trace = request.getHeader(TRACE_PARENT);
    return new RequestContext(
        ids.next(),
        Caller.SYSTEM,
        TenantScope.NONE,
        Deadline.of(left(request)),
        trace == null ? Optional.empty() : TraceParent.parse(trace),
        memory.share());
  }

  /** Whether it has had all its time before it got a thread of the server. */
  boolean isTooLate(HttpServletRequest request) {
    return isLimited() && waited(request).compareTo(budget) >= 0;
  }

  private Duration left(HttpServletRequest request) {
    return isLimited() && !isTooLate(request) ? budget.minus(waited(request)) : budget;
  }

  private boolean isLimited() {
    return budget.compareTo(Duration.ZERO) > 0;
  }

  private static Duration waited(HttpServletRequest request) {
    return request.getAttribute(WAITED) instanceof Long nanos
        ? Duration.ofNanos(nanos)
        : Duration.ZERO;
  }
}
