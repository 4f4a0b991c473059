package io.hyperfleet.persistence.migration.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The token that holds the session of the lock, and ends it. */
final class OwnerToken implements LockToken {

  private static final Logger LOG = System.getLogger(MigrationLock.class.getName());

  private final Thread owner = Thread.currentThread();
  private final long acquired = System.nanoTime();
  private final LockKey key;
  private final LockSession session;
  private final LockWait wait;
  private final Consumer<OwnerToken> whenReleased;
  private boolean released;
  private long heldFor;

  OwnerToken(LockKey key, LockSession session, LockWait wait, Consumer<OwnerToken> whenReleased) {
    this.key = key;
    this.session = session;
    this.wait = wait;
    this.whenReleased = whenReleased;
  }

  boolean belongsToThisThread() {
    return owner == Thread.currentThread();
  }

  @Override
  public String holder() {
    return session.name();
  }

  @Override
  public boolean isOwner() {
    return true;
  }

  @Override
  public synchronized void ensureHeld() {
    if (released) {
      throw new MigrationLockException("the migration lock was released before the work was done");
    }
    try {
      session.probe();
    } catch (SQLException failure) {
      throw new MigrationLockException(
          "the migration lock was lost with its connection to the database: "
              + failure.getMessage(),
          failure);
    }
  }

  @Override
  public synchronized LockFigures figures() {
    return wait.figures(Duration.ofNanos(released ? heldFor : System.nanoTime() - acquired));
  }

  @Override
  public synchronized void close() {
    if (released) {
      return;
    }
    released = true;
    heldFor = System.nanoTime() - acquired;
    whenReleased.accept(this);
    try {
      session.commit();
      LOG.log(
          Level.INFO,
          () ->
              "Released advisory lock "
                  + key.described()
                  + " lock_duration_ms="
                  + TimeUnit.NANOSECONDS.toMillis(heldFor));
    } catch (SQLException failure) {
      LOG.log(
          Level.WARNING,
          () -> "Lost advisory lock before its release " + key.described() + ": " + failure);
    } finally {
      session.end();
    }
  }
}
