package io.hyperfleet.rest.request;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/** A request as routing is to see it: what this API gives no meaning to is out of sight. */
final class RoutedRequest extends HttpServletRequestWrapper {

  /** What an operation looks at; the filter reads the headers that concern every one. */
  private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-encoding");

  private static final String HOST = "http://localhost";

  private final String path;
  private final Completion completion;

  RoutedRequest(HttpServletRequest request, String path, Completion completion) {
    super(request);
    this.path = RawUri.path(path);
    this.completion = completion;
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
  public String getQueryString() {
    return RawUri.query(super.getQueryString());
  }

  /** Routes are whole paths, wherever the server puts the application. */
  @Override
  public String getContextPath() {
    return "";
  }

  /** Whatever host was asked for: nothing here depends on it. */
  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(HOST.length() + path.length()).append(HOST).append(path);
  }

  /** The runtime would refuse requests because of it, and even parse a form out of a body. */
  @Override
  public String getContentType() {
    return null;
  }

  @Override
  public String getHeader(String name) {
    return isShown(name) ? super.getHeader(name) : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isShown(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
  }

  /** The runtime reads and takes apart every header that has a name. */
  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public AsyncContext startAsync() {
    return completion.follow(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return completion.follow(super.startAsync(request, response));
  }

  private static boolean isShown(String name) {
    return OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT));
  }
}
