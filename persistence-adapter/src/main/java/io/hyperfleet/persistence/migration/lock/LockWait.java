package io.hyperfleet.persistence.migration.lock;

import io.hyperfleet.persistence.failure.ConnectFailure;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One wait for a lock, over as many connections as it takes. */
final class LockWait {

  private static final Logger LOG = System.getLogger(MigrationLock.class.getName());

  private final long begin = System.nanoTime();
  private final LockKey key;
  private final Duration timeout;
  private final Pace pace;
  private long nextReport;
  private int tries;
  private Duration waited = Duration.ZERO;

  LockWait(LockKey key, Duration timeout, Pace pace) {
    this.key = key;
    this.timeout = timeout;
    this.pace = pace;
  }

  /** Returns when the session has won the lock. */
  void until(LockSession session) throws SQLException {
    while (!wins(session)) {
      if (left() <= 0) {
        throw timedOut("held by " + described(session.holder(key)), null);
      }
      if (isTimeToReport()) {
        report(session.holder(key));
      }
      pause();
    }
    waited = Duration.ofNanos(elapsed());
  }

  private boolean wins(LockSession session) throws SQLException {
    tries++;
    return session.tryLock(key);
  }

  /** A database that restarts comes back, so only time ends a wait for it. */
  void afterFailure(SQLException failure) {
    Optional<String> permanent = ConnectFailure.permanent(failure);
    if (permanent.isPresent()) {
      throw new MigrationLockException(permanent.get(), failure);
    }
    if (!DatabaseFailures.isUnavailable(failure)) {
      throw new MigrationLockException(
          "the database failed while the migration lock was asked for: " + failure.getMessage(),
          failure);
    }
    if (left() <= 0) {
      throw timedOut("and the database is away: " + failure.getMessage(), failure);
    }
    if (isTimeToReport()) {
      LOG.log(
          Level.WARNING,
          () ->
              "Lost the database while waiting for advisory lock, trying again "
                  + key.described()
                  + timeLeft()
                  + " error="
                  + failure.getMessage());
    }
    pause();
  }

  LockFigures figures(Duration held) {
    return new LockFigures(waited, held, tries);
  }

  /** For log lines. */
  String described() {
    return "waited_ms=" + waited.toMillis() + " tries=" + tries;
  }

  private long elapsed() {
    return System.nanoTime() - begin;
  }

  private long left() {
    return timeout.toNanos() - elapsed();
  }

  private void pause() {
    LockSupport.parkNanos(this, Math.min(left(), pace.pauseNanos()));
    if (Thread.currentThread().isInterrupted()) {
      throw new MigrationLockException("interrupted while waiting for the migration lock");
    }
  }

  private boolean isTimeToReport() {
    boolean due = elapsed() >= nextReport;
    if (due) {
      nextReport = elapsed() + pace.report().toNanos();
    }
    return due;
  }

  private void report(Optional<LockHolder> holder) {
    LOG.log(
        Level.INFO,
        () ->
            "Waiting for advisory lock "
                + key.described()
                + timeLeft()
                + " held by "
                + described(holder));
  }

  private String timeLeft() {
    return " time_left_s=" + TimeUnit.NANOSECONDS.toSeconds(left());
  }

  private MigrationLockException timedOut(String reason, Throwable cause) {
    return new MigrationLockException(
        "waited " + timeout.toMillis() + " ms for the migration lock, " + reason, cause);
  }

  private static String described(Optional<LockHolder> holder) {
    return holder.map(LockHolder::toString).orElse("nobody any more");
  }
}
