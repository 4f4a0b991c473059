package io.hyperfleet.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * A request for a probe or for the metrics as the applications of the server are to see it. Each of
 * these has one answer; what else a client asks for would be answered with pages of the server's
 * own, and with a warning in the log.
 */
final class PlainRead extends HttpServletRequestWrapper {

  PlainRead(HttpServletRequest request) {
    super(request);
  }

  /** The body of an answer to HEAD is left out on its way. */
  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public String getParameter(String name) {
    return null;
  }

  @Override
  public String[] getParameterValues(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public String getHeader(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.emptyEnumeration();
  }
}
