package io.hyperfleet.rest.request;

import java.util.regex.Pattern;

/** A request that is not answered yet. Each is like no other, however much they look alike. */
public final class UnderWay {

  private static final String COLLECTIONS = "/api/hyperfleet/v1/";
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,63}");

  private final String method;
  private final String path;

  /**
   * Remembers what it needs to be told from others.
   *
   * @param path as sent
   */
  public UnderWay(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** What it has in common with others: clients choose ids, and may choose anything. */
  public String template() {
    if (!path.startsWith(COLLECTIONS)) {
      return method + " others";
    }
    StringBuilder template = new StringBuilder(method).append(' ').append(COLLECTIONS);
    String[] segments = path.substring(COLLECTIONS.length()).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (i % 2 == 1) {
        template.append("/{id}");
      } else if (NAME.matcher(segments[i]).matches()) {
        template.append(i == 0 ? "" : "/").append(segments[i]);
      } else {
        return method + " others";
      }
    }
    return template.toString();
  }
}
