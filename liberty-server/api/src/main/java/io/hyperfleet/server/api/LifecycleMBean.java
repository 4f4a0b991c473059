package io.hyperfleet.server.api;

/**
 * Where the service is in its life, for those outside its class loader: the launcher, the probes
 * and an operator's console. Registered as {@code io.hyperfleet:type=Lifecycle}.
 */
public interface LifecycleMBean {

  /** One of {@code starting}, {@code ready}, {@code failed}, {@code shutting_down}. */
  String getPhase();

  /** Why the service cannot start, in one line; empty unless the phase is {@code failed}. */
  String getFailure();

  /** Requests to the API that are not answered yet. */
  int getRequestsInFlight();

  /** The same by what they have in common, such as {@code GET /api/hyperfleet/v1/clusters=2}. */
  String getRequestsUnderWay();

  /** Bytes of the memory budget that requests have taken. */
  long getMemoryTaken();

  /** How long there has been no such request. */
  long getQuietMillis();

  /** Announces that the process is about to end. */
  void shuttingDown();
}
