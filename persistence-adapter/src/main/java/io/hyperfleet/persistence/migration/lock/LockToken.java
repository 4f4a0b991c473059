package io.hyperfleet.persistence.migration.lock;

/** Proof of a lock won. Close it in any case; only the first token of a call chain releases. */
public interface LockToken extends AutoCloseable {

  /** The name that sessions of this migrator go by, so that an operator can tell them all. */
  String holder();

  /** Whether closing this token releases the lock, which that of a nested call does not. */
  boolean isOwner();

  /**
   * Asks the database; to be called before and after each step that needs the lock.
   *
   * @throws MigrationLockException if the lock is released, or lost with its connection
   */
  void ensureHeld();

  /** What this token took; nothing if it is nested. */
  LockFigures figures();

  /** Never fails: what went wrong in between must not be hidden by what goes wrong here. */
  @Override
  void close();
}
