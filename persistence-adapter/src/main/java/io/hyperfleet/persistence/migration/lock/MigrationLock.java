package io.hyperfleet.persistence.migration.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Keeps all but one migrator of a database waiting, whichever process, release or language it is
 * of. The lock belongs to a transaction on a connection of its own: it is gone when its holder is,
 * works behind a pooler that lends connections per transaction, and lets indexes be built
 * concurrently. Work done under it runs on other connections.
 *
 * <p>May be shared by threads. A call chain is a thread: its second {@link #acquire} is granted at
 * once, without a word to the database, and its token releases nothing.
 */
public final class MigrationLock {

  /** What a timeout of zero stands for, as well as none. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  private static final Logger LOG = System.getLogger(MigrationLock.class.getName());

  private final DataSource database;
  private final Duration timeout;
  private final LockKey key;
  private final Pace pace;
  private final AtomicReference<OwnerToken> current = new AtomicReference<>();

  /**
   * @param database gives a connection for each call, in no transaction and of no pool that reaps
   *     connections in use
   * @param timeout the most to wait; zero stands for {@link #DEFAULT_TIMEOUT}
   */
  public MigrationLock(DataSource database, Duration timeout) {
    this(database, timeout, LockKey.MIGRATIONS, Pace.STEADY);
  }

  MigrationLock(DataSource database, Duration timeout, LockKey key, Pace pace) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("the time to wait for a lock is negative: " + timeout);
    }
    this.database = database;
    this.timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
    this.key = key;
    this.pace = pace;
  }

  /**
   * Waits for the lock, also while the database is away. An interrupt ends the wait and stays set.
   *
   * @throws MigrationLockException if time is up, naming the holder; if the thread is interrupted;
   *     if the connection comes with an open transaction; or if the database fails for good.
   *     Nothing is held and nothing is left open then.
   */
  public LockToken acquire() {
    OwnerToken outer = current.get();
    if (outer != null && outer.belongsToThisThread()) {
      return new NestedToken(outer);
    }
    LockWait wait = new LockWait(key, timeout, pace);
    while (true) {
      try {
        return acquire(LockSession.open(database), wait);
      } catch (SQLException failure) {
        wait.afterFailure(failure);
      }
    }
  }

  private LockToken acquire(LockSession session, LockWait wait) throws SQLException {
    boolean won = false;
    try {
      wait.until(session);
      won = true;
    } finally {
      if (!won) {
        session.end();
      }
    }
    OwnerToken token =
        new OwnerToken(key, session, wait, mine -> current.compareAndSet(mine, null));
    current.set(token);
    LOG.log(Level.INFO, () -> "Acquired advisory lock " + key.described() + " " + wait.described());
    return token;
  }

  /** Who holds the lock right now, if anybody does. */
  public Optional<LockHolder> holder() {
    return inspect(session -> session.holder(key));
  }

  /**
   * Ends the session that holds the lock, and with it all others of the same migrator.
   *
   * @param pid the process in the database that the caller takes for the holder
   * @return the processes that were told to end; none if {@code pid} does not hold the lock
   */
  public List<Integer> terminate(int pid) {
    return inspect(session -> session.terminate(key, pid));
  }

  private <T> T inspect(Inspection<T> inspection) {
    try {
      LockSession session = LockSession.open(database);
      try {
        return inspection.of(session);
      } finally {
        session.end();
      }
    } catch (SQLException failure) {
      throw new MigrationLockException(
          "the migration lock cannot be looked at: " + failure.getMessage(), failure);
    }
  }

  private interface Inspection<T> {
    T of(LockSession session) throws SQLException;
  }

  /** Of a call inside another that has the lock. */
  private record NestedToken(OwnerToken outer) implements LockToken {

    @Override
    public String holder() {
      return outer.holder();
    }

    @Override
    public boolean isOwner() {
      return false;
    }

    @Override
    public void ensureHeld() {
      outer.ensureHeld();
    }

    @Override
    public LockFigures figures() {
      return LockFigures.NONE;
    }

    @Override
    public void close() {
      // The lock is the outer call's.
    }
  }
}
