package io.hyperfleet.rest.problem;

import jakarta.servlet.ServletRequest;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What every failure of one request says about that request.
 *
 * @param id made for this request, never taken from the client
 * @param path as sent, percent-encoded, without the query and without one trailing slash
 */
public record Exchange(UUID id, String path, InstantSource clock) {

  private static final String ATTRIBUTE = Exchange.class.getName();

  /** Lets {@link #of} find it again from anywhere in the handling of the request. */
  public void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** That of the request, null before {@link #attachTo}. */
  public static Exchange of(ServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }
}
