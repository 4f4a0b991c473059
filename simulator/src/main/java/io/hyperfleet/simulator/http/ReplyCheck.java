package io.hyperfleet.simulator.http;

import java.util.Optional;

/** Whether a final reply is one that the clients can live with. */
final class ReplyCheck {

  private static final String PROBLEM = "application/problem+json";

  /** To an adapter it means that its own configuration is wrong, so no missing resource has it. */
  private static final String UNKNOWN_ROUTE = "HYPERFLEET-NTF-000";

  private static final int CONFLICT = 409;

  private ReplyCheck() {}

  /**
   * What is wrong with it, if anything.
   *
   * @param attempts after the first one, a request may meet what an earlier one did
   */
  static Optional<String> complaint(Call call, Reply reply, int attempts) {
    return wrong(call, reply, attempts)
        .map(it -> "%s: %s: %s".formatted(call.route(), it, reply.summary()));
  }

  private static Optional<String> wrong(Call call, Reply reply, int attempts) {
    if (!call.fits().contains(reply.status()) && !metItself(call, reply, attempts)) {
      return Optional.of("unexpected answer");
    }
    if (reply.isProblem() && !reply.mediaType().startsWith(PROBLEM)) {
      return Optional.of("a problem that is not " + PROBLEM);
    }
    if (reply.isNotFound() && reply.body().contains(UNKNOWN_ROUTE)) {
      return Optional.of("a missing resource that looks like an unknown route");
    }
    return Optional.empty();
  }

  private static boolean metItself(Call call, Reply reply, int attempts) {
    if (attempts == 1) {
      return false;
    }
    return switch (call.method()) {
      case "POST" -> reply.status() == CONFLICT;
      case "DELETE" -> reply.isNotFound();
      default -> false;
    };
  }
}
