package io.hyperfleet.persistence.schema.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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
   * Waits for the lock. An interrupt ends the wait and stays set.
   *
   * @throws MigrationLockException if time is up, naming the holder; if the thread is interrupted;
   *     if the connection comes with an open transaction; or if the database fails. Nothing is held
   *     and nothing is left open then.
   */
  public LockToken acquire() {
    OwnerToken outer = current.get();
    if (outer != null && outer.belongsToThisThread()) {
      return new NestedToken(outer);
    }
    try {
      return acquire(LockSession.open(database));
    } catch (SQLException failure) {
      throw new MigrationLockException(
          "the database failed while the migration lock was asked for: " + failure.getMessage(),
          failure);
    }
  }

  private LockToken acquire(LockSession session) throws SQLException {
    boolean won = false;
    try {
      await(session);
      won = true;
    } finally {
      if (!won) {
        session.end();
      }
    }
    OwnerToken token = new OwnerToken(key, session, mine -> current.compareAndSet(mine, null));
    current.set(token);
    LOG.log(Level.INFO, () -> "Acquired advisory lock " + key.described());
    return token;
  }

  private void await(LockSession session) throws SQLException {
    long begin = System.nanoTime();
    long nextReport = 0;
    while (!session.tryLock(key)) {
      long waited = System.nanoTime() - begin;
      long left = timeout.toNanos() - waited;
      if (left <= 0) {
        throw timedOut(session.holder(key));
      }
      if (waited >= nextReport) {
        report(session.holder(key), left);
        nextReport = waited + pace.report().toNanos();
      }
      pause(Math.min(left, pace.pauseNanos()));
    }
  }

  private void pause(long nanos) {
    LockSupport.parkNanos(this, nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new MigrationLockException("interrupted while waiting for the migration lock");
    }
  }

  private void report(Optional<LockHolder> holder, long left) {
    LOG.log(
        Level.INFO,
        () ->
            "Waiting for advisory lock "
                + key.described()
                + " time_left_s="
                + TimeUnit.NANOSECONDS.toSeconds(left)
                + " held by "
                + described(holder));
  }

  private MigrationLockException timedOut(Optional<LockHolder> holder) {
    return new MigrationLockException(
        "waited "
            + timeout.toMillis()
            + " ms for the migration lock, held by "
            + described(holder));
  }

  private static String described(Optional<LockHolder> holder) {
    return holder.map(LockHolder::toString).orElse("nobody any more");
  }

  /** Of a call inside another that has the lock. */
  private record NestedToken(OwnerToken outer) implements LockToken {

    @Override
    public boolean isOwner() {
      return false;
    }

    @Override
    public void ensureHeld() {
      outer.ensureHeld();
    }

    @Override
    public void close() {
      // The lock is the outer call's.
    }
  }
}
