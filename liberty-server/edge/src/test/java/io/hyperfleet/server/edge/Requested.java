package io.hyperfleet.server.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request and what becomes of it, as far as the edge looks at them. */
final class Requested {

  final Map<String, Object> attributes = new HashMap<>();
  final List<String> events = new ArrayList<>();

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new HashMap<>();
  private String protocol = "HTTP/1.1";
  private int port = 8000;

  Requested(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** As any client sends it. */
  static Requested get(String path) {
    return new Requested("GET", path).with("Host", "x");
  }

  Requested with(String header, String value) {
    headers.computeIfAbsent(header.toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(value);
    return this;
  }

  Requested in(String version) {
    protocol = version;
    return this;
  }

  Requested on(int listener) {
    port = listener;
    return this;
  }

  HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (call, arguments) ->
            switch (call) {
              case "getMethod" -> method;
              case "getRequestURI" -> path;
              case "getProtocol" -> protocol;
              case "getLocalPort" -> port;
              case "getQueryString" -> "scope=x";
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              case "getHeaders" ->
                  Collections.enumeration(
                      headers.getOrDefault(
                          ((String) arguments[0]).toLowerCase(Locale.ROOT), List.of()));
              default -> throw new UnsupportedOperationException(call);
            });
  }

  HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (call, arguments) ->
            switch (call) {
              case "setStatus", "setContentLength" -> events.add(call + ' ' + arguments[0]);
              default -> throw new UnsupportedOperationException(call);
            });
  }

  /** An application at this root, beside that of the API if there is one. */
  ServletContext application(String root, boolean besideTheApi) {
    return proxy(
        ServletContext.class,
        (call, arguments) ->
            switch (call) {
              case "getContextPath" -> root;
              case "getContext" -> application(besideTheApi ? "/api" : "", besideTheApi);
              case "getRequestDispatcher" -> dispatcher(root);
              default -> throw new UnsupportedOperationException(call);
            });
  }

  private RequestDispatcher dispatcher(String root) {
    return proxy(RequestDispatcher.class, (call, arguments) -> events.add(call + " to " + root));
  }

  private interface Calls {
    Object on(String call, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object result = calls.on(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}
