package io.hyperfleet.persistence.failure;

import java.io.Serial;
import java.util.Optional;

/** What operators are told of a failing database, in one line; clients never see it. */
final class DatabaseIncident extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private DatabaseIncident(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  static DatabaseIncident exhausted(PoolExhaustedException exhausted, Throwable failure) {
    return new DatabaseIncident(
        "Connection pool exhausted error_type=%s pool_status=%s"
            .formatted(type(exhausted), exhausted.poolStatus()),
        failure);
  }

  /**
   * @param root what the database or its driver said, if it was one of them that failed
   */
  static DatabaseIncident of(String event, Optional<Throwable> root, Throwable failure) {
    Throwable said = root.orElse(failure);
    String message = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
    return new DatabaseIncident(
        "%s error_type=%s error_message=\"%s\""
            .formatted(event, type(said), message.replace('"', '\'')),
        failure);
  }

  private static String type(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
