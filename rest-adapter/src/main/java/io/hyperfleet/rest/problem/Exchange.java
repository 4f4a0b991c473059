package io.hyperfleet.rest.problem;

import io.hyperfleet.application.request.RequestContext;
import jakarta.servlet.ServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * The context of one request, and what every failure says about it besides.
 *
 * @param path as sent, percent-encoded, without the query and without one trailing slash
 */
public record Exchange(RequestContext context, String id, String path, InstantSource clock) {

  private static final String ATTRIBUTE = Exchange.class.getName();

  public Exchange(RequestContext context, String path, InstantSource clock) {
    this(context, context.id().toString(), path, clock);
  }

  /** The path as people read it; as it was sent, if it is no encoding of anything. */
  public String instance() {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notPercentEncoded) {
      return path;
    }
  }

  /** Lets {@link #of} find it again from anywhere in the handling of the request. */
  public void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** That of the request, null before {@link #attachTo}. */
  public static Exchange of(ServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }
}
