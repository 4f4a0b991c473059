package io.hyperfleet.rest.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/** A request as routing is to see it: what this API gives no meaning to is out of sight. */
final class RoutedRequest extends HttpServletRequestWrapper {

  /** The runtime would refuse requests because of these, and even parse a form out of a body. */
  private static final Set<String> HIDDEN = Set.of("accept", "accept-language", "content-type");

  private final String path;

  RoutedRequest(HttpServletRequest request, String path) {
    super(request);
    // To the runtime, a semicolon starts parameters that do not count in routing.
    this.path = path.replace(";", "%3B");
  }

  /** The runtime answers OPTIONS by itself; under another name it is unsupported like any other. */
  @Override
  public String getMethod() {
    String method = super.getMethod();
    return method.equals("OPTIONS") ? "UNSUPPORTED" : method;
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
  }

  @Override
  public String getContentType() {
    return null;
  }

  @Override
  public String getHeader(String name) {
    return isHidden(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  private static boolean isHidden(String name) {
    return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
  }
}
