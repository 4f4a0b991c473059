package io.hyperfleet.rest.request;

/** Whether the service has what it needs to answer. */
public interface ServiceState {

  boolean ready();
}
