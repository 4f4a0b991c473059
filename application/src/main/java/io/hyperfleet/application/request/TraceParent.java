package io.hyperfleet.application.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a request in a distributed trace, as W3C Trace Context names it.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits, of the caller's span
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

  private static final Pattern HEADER =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]([0-9a-f])(-.*)?");

  /** Reads the header {@code traceparent}; one that breaks the format counts as none. */
  public static Optional<TraceParent> parse(String header) {
    Matcher parts = HEADER.matcher(header);
    if (!parts.matches() || (header.startsWith("00") && parts.group(4) != null)) {
      return Optional.empty();
    }
    boolean sampled = (Character.digit(parts.group(3).charAt(0), 16) & 1) == 1;
    return Optional.of(new TraceParent(parts.group(1), parts.group(2), sampled));
  }
}
