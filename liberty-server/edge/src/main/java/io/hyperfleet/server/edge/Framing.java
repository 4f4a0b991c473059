package io.hyperfleet.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request must be so that everybody on its way agrees where it ends and whom it is for (RFC
 * 9112, sections 3.2 and 6). The server is lenient here, and a proxy that is lenient in another way
 * could be made to pass a second request off as the body of the first.
 */
final class Framing {

  /** Of RFC 9110 and RFC 5789. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private static final String OLD = "HTTP/1.0";
  private static final Set<String> PROTOCOLS = Set.of(OLD, "HTTP/1.1");

  private static final String LENGTH = "Content-Length";
  private static final String CODING = "Transfer-Encoding";

  private Framing() {}

  /** What is wrong with the request, if anything is. */
  static Optional<String> fault(HttpServletRequest request) {
    if (!PROTOCOLS.contains(request.getProtocol())) {
      return Optional.of("The version of the protocol is neither 1.0 nor 1.1");
    }
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of("The method is none of HTTP");
    }
    if (!hasOneHost(request)) {
      return Optional.of("A request needs exactly one Host header");
    }
    return faultOfBody(request);
  }

  private static boolean hasOneHost(HttpServletRequest request) {
    int hosts = values(request, "Host").size();
    return hosts == 1 || (hosts == 0 && OLD.equals(request.getProtocol()));
  }

  private static Optional<String> faultOfBody(HttpServletRequest request) {
    List<String> lengths = values(request, LENGTH);
    List<String> codings = values(request, CODING);
    if (codings.isEmpty() && lengths.isEmpty()) {
      return WITH_BODY.contains(request.getMethod())
          ? Optional.of("A body needs a valid Content-Length or Transfer-Encoding header")
          : Optional.empty();
    }
    if (codings.isEmpty()) {
      return lengths.size() == 1 && isLength(lengths.get(0))
          ? Optional.empty()
          : Optional.of("The Content-Length is not one number of bytes");
    }
    if (!lengths.isEmpty()) {
      return Optional.of("The length of the body is given in two ways");
    }
    if (OLD.equals(request.getProtocol())) {
      return Optional.of("A Transfer-Encoding is not known to HTTP/1.0");
    }
    return codings.size() == 1 && "chunked".equalsIgnoreCase(codings.get(0))
        ? Optional.empty()
        : Optional.of("The only Transfer-Encoding here is chunked");
  }

  private static boolean isLength(String text) {
    return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static List<String> values(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
