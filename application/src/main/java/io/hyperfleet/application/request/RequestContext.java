package io.hyperfleet.application.request;

import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.caller.TenantScope;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a use case serves, and for how long it may. It is handed on as a value, so that a second
 * thread or a late answer misses nothing of it.
 *
 * @param id made for this request, never taken from the client
 * @param trace that of the client, if it sent one
 * @param memory given back when the request is answered
 */
public record RequestContext(
    UUID id,
    Caller caller,
    TenantScope scope,
    Deadline deadline,
    Optional<TraceParent> trace,
    MemoryShare memory) {

  public RequestContext {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(memory, "memory");
  }
}
