package io.hyperfleet.persistence.schema.lock;

/** Proof of a lock won. Close it in any case; only the first token of a call chain releases. */
public interface LockToken extends AutoCloseable {

  /** Whether closing this token releases the lock, which that of a nested call does not. */
  boolean isOwner();

  /**
   * Asks the database; to be called before and after each step that needs the lock.
   *
   * @throws MigrationLockException if the lock is released, or lost with its connection
   */
  void ensureHeld();

  /** Never fails: what went wrong in between must not be hidden by what goes wrong here. */
  @Override
  void close();
}
