package io.hyperfleet.application;

import java.util.function.Supplier;

/** The boundary of what happens as a whole or not at all. */
public interface Transactions {

  /**
   * Runs {@code work} in a transaction and returns its result after the commit succeeded. If the
   * work throws, everything it stored is undone and the exception flies on; if the commit fails,
   * this throws.
   */
  <T> T required(Supplier<T> work);
}
