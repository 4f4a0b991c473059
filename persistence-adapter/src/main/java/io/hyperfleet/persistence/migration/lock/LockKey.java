package io.hyperfleet.persistence.migration.lock;

/**
 * What a lock is on, in words for people and as the two numbers that PostgreSQL locks.
 *
 * @param first FNV-1a of the id, in 32 bits
 * @param second FNV-1a of the type, in 32 bits
 */
record LockKey(String id, String type, int first, int second) {

  static final String MIGRATIONS_ID = "migrations";
  static final String MIGRATIONS_TYPE = "Migrations";

  /** The numbers of the original service: in a mixed rollout each keeps the other out. */
  static final int MIGRATIONS_FIRST = 457_026_696;

  static final int MIGRATIONS_SECOND = -1_494_325_336;

  static final LockKey MIGRATIONS =
      new LockKey(MIGRATIONS_ID, MIGRATIONS_TYPE, MIGRATIONS_FIRST, MIGRATIONS_SECOND);

  /** For log lines. */
  String described() {
    return "lock_id=" + id + " lock_type=" + type;
  }
}
