package io.hyperfleet.server.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every application, those of the server included. What it refuses is answered by the
 * API application, wherever it came in.
 */
final class EdgeFilter implements Filter {

  /** For the API application, whose requests have a deadline. */
  private static final String WAITED = "io.hyperfleet.waited.nanos";

  /** Of nanoseconds: a deadline is not kept more exactly. */
  private static final long WORTH_TELLING = 1_000_000;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Map<Integer, Audience> listeners;
  private final ServletContext application;
  private final ThreadWait wait;

  EdgeFilter(Map<Integer, Audience> listeners, ServletContext application, ThreadWait wait) {
    this.listeners = listeners;
    this.application = application;
    this.wait = wait;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Rejection> refusal = refusal((HttpServletRequest) request);
    if (refusal.isPresent()) {
      refusal.get().attachTo(request);
    }
    if (isApi(application)) {
      long waited = wait.nanosWaited();
      if (waited >= WORTH_TELLING) {
        request.setAttribute(WAITED, waited);
      }
      chain.doFilter(request, response);
    } else if (refusal.isEmpty()) {
      chain.doFilter(new PlainRead((HttpServletRequest) request), response);
    } else {
      refuse(refusal.get(), request, (HttpServletResponse) response);
    }
  }

  private Optional<Rejection> refusal(HttpServletRequest request) {
    Optional<String> fault = Framing.fault(request);
    if (fault.isPresent()) {
      return fault.map(Rejection::malformed);
    }
    // The port that accepted the connection: the other one is what the client says.
    Audience audience = listeners.get(request.getLocalPort());
    if (audience == null
        || !audience.serves(application.getContextPath(), request.getRequestURI())) {
      return Optional.of(Rejection.UNKNOWN);
    }
    return audience == Audience.CLIENTS || READING.contains(request.getMethod())
        ? Optional.empty()
        : Optional.of(Rejection.READ_ONLY);
  }

  private void refuse(Rejection refusal, ServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    ServletContext api = application.getContext(Audience.API_ROOT);
    if (api != null && isApi(api)) {
      api.getRequestDispatcher("/").forward(request, response);
    } else {
      // It has not come up yet, or could not.
      response.setStatus(refusal.status());
      response.setContentLength(0);
    }
  }

  private static boolean isApi(ServletContext application) {
    return Audience.API_ROOT.equals(application.getContextPath());
  }
}
