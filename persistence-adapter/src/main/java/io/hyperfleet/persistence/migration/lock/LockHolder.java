package io.hyperfleet.persistence.migration.lock;

/**
 * Who holds a lock, as far as the database lets its role see.
 *
 * @param since when the transaction began that holds the lock
 * @param query what this session does, or did last
 */
public record LockHolder(
    String pid, String application, String address, String since, String query) {

  private static final int QUERY_LENGTH = 200;

  @Override
  public String toString() {
    String line = query.strip().replaceAll("\\s+", " ");
    return "pid="
        + pid
        + " application_name="
        + application
        + " client_addr="
        + address
        + " held_since="
        + since
        + " query="
        + line.substring(0, Math.min(line.length(), QUERY_LENGTH));
  }
}
