package io.hyperfleet.simulator.http;

import io.hyperfleet.simulator.measure.RouteMeasure;

/**
 * What came back.
 *
 * @param status zero if nothing did
 * @param mediaType as it was sent, empty if it was not
 * @param body the text, or why there is none
 */
public record Reply(int status, String mediaType, String body) {

  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;
  private static final int SHOWN = 300;

  static Reply none(Exception why) {
    String words = why.getMessage() == null ? "" : ": " + why.getMessage();
    return new Reply(RouteMeasure.NO_ANSWER, "", why.getClass().getSimpleName() + words);
  }

  public boolean isNone() {
    return status == RouteMeasure.NO_ANSWER;
  }

  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  public boolean isProblem() {
    return status >= CLIENT_ERROR;
  }

  /** Whether clients try again after it. */
  boolean isWorthARetry() {
    return isNone() || status >= SERVER_ERROR || status == TIMEOUT || status == TOO_MANY;
  }

  /** Status and the beginning of what was said. */
  public String summary() {
    String words = body.strip().replaceAll("\\s+", " ");
    String shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    return isNone() ? "no answer (" + shown + ")" : (status + " " + shown).strip();
  }
}
