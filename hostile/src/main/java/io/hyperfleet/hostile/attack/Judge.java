package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.util.List;
import java.util.Optional;

/** What every answer has to be, whatever was asked. */
final class Judge {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_ALLOWED = 405;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final int VERSION = 505;

  private static final String NO_ID = "\"trace_id\":\"\"";

  /** Words of the server and of Java that no client is to see. */
  private static final List<String> INSIDES =
      List.of(
          "CWW", "SRVE", "Exception", "java.lang", "\tat ", "org.postgresql", "<html", "Error 4");

  private Judge() {}

  /** Reads all answers until the server hangs up. */
  static void everyAnswer(RawHttp connection) {
    for (Optional<Answer> answer = connection.next();
        answer.isPresent();
        answer = connection.next()) {
      check(answer.get(), connection);
    }
  }

  static Answer oneAnswer(RawHttp connection) {
    Answer answer =
        connection.next().orElseThrow(() -> finding("hung up without an answer", connection));
    check(answer, connection);
    return answer;
  }

  static void check(Answer answer, RawHttp connection) {
    fault(answer)
        .ifPresent(
            fault -> {
              throw finding("%s: %s".formatted(answer.start(), fault), connection);
            });
  }

  static Finding finding(String what, RawHttp connection) {
    return new Finding(what, connection.sent());
  }

  /** What is wrong with it. */
  static Optional<String> fault(Answer answer) {
    if (!answer.header("x-content-type-options").equals("nosniff")) {
      return Optional.of("no nosniff");
    }
    if (answer.header("content-type").contains("html")) {
      return Optional.of("a page of the server's own");
    }
    Optional<String> inside = INSIDES.stream().filter(answer.body()::contains).findFirst();
    if (inside.isPresent()) {
      return inside.map(word -> "tells of its insides: " + word);
    }
    if (answer.status() >= SERVER_ERROR && !isCleanRefusal(answer) && !isBareVersion(answer)) {
      return Optional.of("no clean 503: " + answer.body());
    }
    if (answer.status() >= BAD_REQUEST
        && !answer.body().isEmpty()
        && !isProblem(answer)
        && !isMethodNotAllowed(answer)) {
      return Optional.of("neither a problem with its request id nor bare: " + answer.body());
    }
    return Optional.empty();
  }

  /** Come back later. */
  static boolean isCleanRefusal(Answer answer) {
    return answer.status() == UNAVAILABLE
        && !answer.header("retry-after").isEmpty()
        && (answer.body().isEmpty() || answer.body().contains("\"HYPERFLEET-SVC-001\""));
  }

  /** What HTTP says to a version that is none; the server itself says it, before anybody else. */
  private static boolean isBareVersion(Answer answer) {
    return answer.status() == VERSION && answer.body().isEmpty();
  }

  /** The one refusal that the contract wants in plain text. */
  private static boolean isMethodNotAllowed(Answer answer) {
    return answer.status() == NOT_ALLOWED
        && !answer.header("allow").isEmpty()
        && !answer.header("x-request-id").isEmpty();
  }

  /** Its header names the request; its body too, or says that it names none. */
  private static boolean isProblem(Answer answer) {
    String id = answer.header("x-request-id");
    return answer.header("content-type").startsWith("application/problem+json")
        && !id.isEmpty()
        && (answer.body().contains("\"trace_id\":\"" + id) || answer.body().contains(NO_ID));
  }
}
