package io.hyperfleet.rest.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Lets the requests in that the service sends to itself before it is ready, and keeps them out of
 * the log, one that is late as well. It is made anew at each start, never leaves the process but
 * over its own connections, and opens nothing as soon as the service is ready.
 */
public final class WarmUpPass {

  /** Where a request shows it. */
  public static final String HEADER = "X-HyperFleet-Warm-Up";

  private static final int BYTES = 32;

  private final String text;

  /**
   * Makes one that nobody can guess.
   *
   * @param random hard to guess itself
   */
  public WarmUpPass(RandomGenerator random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    text = HexFormat.of().formatHex(secret);
  }

  /** What the header has to say. */
  public String text() {
    return text;
  }

  /** How long it takes to tell does not depend on how much of it was guessed. */
  boolean isShownBy(HttpServletRequest request) {
    String shown = request.getHeader(HEADER);
    return shown != null && MessageDigest.isEqual(bytes(shown), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
