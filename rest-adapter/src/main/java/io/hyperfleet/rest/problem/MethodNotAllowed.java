package io.hyperfleet.rest.problem;

import java.nio.charset.StandardCharsets;

/** The one failure whose body is no problem but a line of text, as clients know it. */
public final class MethodNotAllowed {

  public static final String MEDIA_TYPE = "text/plain; charset=utf-8";

  static final String TEXT = "Method Not Allowed\n";

  private MethodNotAllowed() {}

  public static byte[] body() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }
}
