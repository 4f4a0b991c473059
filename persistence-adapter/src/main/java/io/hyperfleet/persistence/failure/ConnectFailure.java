package io.hyperfleet.persistence.failure;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells an operator what keeps a program that starts from its database, and what to do about it.
 */
public final class ConnectFailure {

  private static final String PASSWORD_REFUSED = "28P01";
  private static final String LOGIN_REFUSED = "28";
  private static final String NO_DATABASE = "3D";
  private static final String FORBIDDEN = "42501";
  private static final String DISK_FULL = "53100";

  /** The driver's own, for a password that it was not given, among others. */
  private static final String REJECTED = "08004";

  private static final String PASSWORD =
      "the database refuses the password (%s); set database.password, or"
          + " database.migration.password if migrations have a role of their own";

  private ConnectFailure() {}

  /** One line, if trying again would not help. */
  public static Optional<String> permanent(SQLException failure) {
    SQLException root = root(failure);
    return remedy(root).map(line -> line.formatted(message(root)));
  }

  /** One line about a database that may come back, but did not in time. */
  public static String gaveUp(SQLException failure, int retries) {
    return "the database does not answer, after %d %s: %s; check database.host,"
            .formatted(retries, retries == 1 ? "retry" : "retries", message(root(failure)))
        + " database.migration.host and their ports";
  }

  /** What happened, in one line. */
  public static String message(SQLException failure) {
    SQLException root = root(failure);
    String words = root.getMessage() == null ? root.toString() : root.getMessage();
    return words.strip().replaceAll("\\s+", " ");
  }

  private static Optional<String> remedy(SQLException root) {
    String state = root.getSQLState() == null ? "" : root.getSQLState();
    if (state.equals(PASSWORD_REFUSED) || (state.equals(REJECTED) && lacksPassword(root))) {
      return Optional.of(PASSWORD);
    }
    if (state.startsWith(LOGIN_REFUSED)) {
      return Optional.of(
          "the database refuses the login (%s); create the role of database.username and"
              + " database.migration.username, and let it in with pg_hba.conf");
    }
    if (state.startsWith(NO_DATABASE)) {
      return Optional.of(
          "the database is not there (%s); create it, or set database.name, upper and lower case"
              + " as written");
    }
    return switch (state) {
      case FORBIDDEN ->
          Optional.of(
              "the role may not use the database (%s); GRANT CONNECT ON DATABASE to the role of"
                  + " database.username and database.migration.username");
      case DISK_FULL -> Optional.of("the disk of the database is full (%s); make room there");
      default -> Optional.empty();
    };
  }

  /** The driver has no state for that alone. */
  private static boolean lacksPassword(SQLException root) {
    return message(root).contains("password");
  }

  /** The innermost one; a pool wraps it. */
  private static SQLException root(SQLException failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce(failure, (outer, inner) -> inner);
  }
}
