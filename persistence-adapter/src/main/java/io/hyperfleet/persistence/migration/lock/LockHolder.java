package io.hyperfleet.persistence.migration.lock;

/**
 * Who holds a lock, as far as the database lets its role see.
 *
 * @param since when the transaction began that holds the lock
 * @param work what is done under the lock, in another session if it is one of our migrators
 */
public record LockHolder(String pid, String application, String address, String since, Work work) {

  private static final int QUERY_LENGTH = 200;

  /**
   * The statement that runs, or ran last.
   *
   * @param since when it began
   * @param waitsFor what keeps it, and whose sessions; of one that does not run, what it is instead
   */
  public record Work(String since, String waitsFor, String query) {}

  @Override
  public String toString() {
    String line = work.query().strip().replaceAll("\\s+", " ");
    return "pid="
        + pid
        + " application_name="
        + application
        + " client_addr="
        + address
        + " held_since="
        + since
        + " query_since="
        + work.since()
        + " waits_for="
        + work.waitsFor()
        + " query="
        + line.substring(0, Math.min(line.length(), QUERY_LENGTH));
  }
}
