package io.hyperfleet.server.api;

/**
 * How the pool of connections is doing. Registered as {@code io.hyperfleet:type=ConnectionPool},
 * for the probes and an operator's console.
 */
public interface ConnectionPoolMBean {

  /** How many connections stay open; up to the limit of the pool there may be more. */
  int getSize();

  /** Most connections that there may be. */
  int getLimit();

  /** Open and unused. */
  int getCheckedIn();

  /** In use. */
  int getCheckedOut();

  /** Open beyond the size. */
  int getOverflow();

  /** How many broke while they were in use, since the start. */
  long getInvalid();
}
