package io.hyperfleet.rest.request;

import io.hyperfleet.rest.problem.Exchange;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One line per answered request. Bodies and queries are never part of it. */
final class AccessLog {

  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

  private static final String LINE =
      "HTTP request completed method=%s path=%s status_code=%d duration_ms=%d"
          + " request_id=%s remote_addr=%s";

  /** Whatever could end a line or a value: what clients send must not forge entries. */
  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Cc}\\p{Z}]");

  private AccessLog() {}

  static void write(
      HttpServletRequest request, HttpServletResponse response, Exchange exchange, long nanos) {
    LOG.log(
        Level.INFO,
        () ->
            LINE.formatted(
                word(method(request)),
                word(exchange.path()),
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                exchange.id(),
                request.getRemoteAddr()));
  }

  /** An error dispatch is always a GET, whatever was refused. */
  private static String method(HttpServletRequest request) {
    Object refused = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    return refused == null ? request.getMethod() : refused.toString();
  }

  private static String word(String value) {
    return SEPARATORS.matcher(value).replaceAll("_");
  }
}
