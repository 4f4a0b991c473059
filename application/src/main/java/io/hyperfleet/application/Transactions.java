package io.hyperfleet.application;

import io.hyperfleet.application.request.RequestContext;
import java.util.function.Supplier;

/**
 * The one way into a unit of work: what a use case does with its stores in one go. A store can be
 * used inside of a unit and nowhere else. A unit belongs to the thread that entered it, and ends
 * before the call that entered it returns; what its work throws flies on, as it is or as what it
 * means to clients.
 *
 * <p>No unit is entered for a request whose time is over: that is a failure of category {@code
 * BUSY}.
 */
public interface Transactions {

  /**
   * Runs {@code work} in a transaction and returns its result after the commit succeeded. If the
   * work throws, everything it stored is undone; if the commit fails, this throws. Work that had to
   * give way to a transaction with which it waited in a circle is undone and run again. Within a
   * running transaction it is a part of that one. Within {@link #reading} it is refused, as a
   * mistake in the program: what is to be changed has to be read in the transaction.
   */
  <T> T required(RequestContext context, Supplier<T> work);

  /**
   * Runs {@code work}, which only reads and may be run twice: once more if the connection to what
   * keeps the data broke in the first run. No transaction is opened, so two reads may see two
   * states. Within a running unit it is a part of that one.
   */
  <T> T reading(RequestContext context, Supplier<T> work);

  /**
   * Runs {@code action} once the running transaction is committed, after those that were given
   * before it, outside of any unit; never if the transaction is rolled back. Outside of a
   * transaction there is nothing to wait for, and it runs at once. Whatever it throws is logged and
   * changes nothing: the work is done, and its result stands.
   */
  void afterCommit(Runnable action);
}
