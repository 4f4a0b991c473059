package io.hyperfleet.rest.request;

/** Whether the service has what it needs to answer, and knows of whom it still has to. */
public interface ServiceState {

  /** What becomes of a request. */
  enum Admission {
    HANDLED,
    BUSY,
    NOT_STARTED,
    SHUTTING_DOWN
  }

  /** Decides about a request that has come; {@link #leave} follows, whatever the answer is. */
  Admission enter(UnderWay request);

  /** The request is answered. */
  void leave(UnderWay request);
}
