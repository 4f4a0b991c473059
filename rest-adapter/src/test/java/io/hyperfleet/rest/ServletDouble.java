package io.hyperfleet.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request and its response, as far as this adapter looks at them. */
public final class ServletDouble {

  public final Map<String, Object> attributes = new HashMap<>();
  public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  public int status = 200;
  public String query;
  public DispatcherType dispatcherType = DispatcherType.REQUEST;

  private final String method;
  private final String uri;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<AsyncListener> listeners = new ArrayList<>();
  private final AsyncContext asynchronous = proxy(AsyncContext.class, this::asynchronous);

  public ServletDouble(String method, String uri) {
    this.method = method;
    this.uri = uri;
  }

  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** Somebody else has answered. */
  public void complete() throws IOException {
    for (AsyncListener listener : List.copyOf(listeners)) {
      listener.onComplete(new AsyncEvent(asynchronous, request(), response()));
    }
  }

  /** The container starts the asynchronous handling over, and forgets who was to be told. */
  public void startAsyncAgain() throws IOException {
    List<AsyncListener> forgotten = List.copyOf(listeners);
    listeners.clear();
    for (AsyncListener listener : forgotten) {
      listener.onStartAsync(new AsyncEvent(asynchronous, request(), response()));
    }
  }

  public HttpServletRequest request() {
    return proxy(HttpServletRequest.class, this::answer);
  }

  public HttpServletResponse response() {
    return proxy(HttpServletResponse.class, this::record);
  }

  private Object answer(String call, Object... arguments) {
    return switch (call) {
      case "getMethod" -> method;
      case "getRequestURI" -> uri;
      case "getQueryString" -> query;
      case "getRemoteAddr" -> "192.0.2.1";
      case "getDispatcherType" -> dispatcherType;
      case "getAttribute" -> attributes.get(arguments[0]);
      case "startAsync", "getAsyncContext" -> asynchronous;
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      case "getHeader" -> requestHeaders.get(arguments[0]);
      case "getHeaders" ->
          Collections.enumeration(
              requestHeaders.containsKey(arguments[0])
                  ? Collections.singleton(requestHeaders.get(arguments[0]))
                  : Collections.<String>emptySet());
      default -> throw new UnsupportedOperationException(call);
    };
  }

  private Object record(String call, Object... arguments) {
    return switch (call) {
      case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
      case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
      case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
      case "setStatus" -> {
        status = (int) arguments[0];
        yield null;
      }
      case "getStatus" -> status;
      case "reset" -> {
        headers.clear();
        body.reset();
        yield null;
      }
      case "getOutputStream" -> output();
      default -> throw new UnsupportedOperationException(call);
    };
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("setWriteListener");
      }
    };
  }

  private Object asynchronous(String call, Object... arguments) throws IOException {
    return switch (call) {
      case "addListener" -> listeners.add((AsyncListener) arguments[0]);
      case "complete" -> {
        complete();
        yield null;
      }
      default -> throw new UnsupportedOperationException(call);
    };
  }

  private interface Calls {
    Object on(String call, Object... arguments) throws IOException;
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
