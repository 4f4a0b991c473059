package io.hyperfleet.hostile.wire;

import java.util.Map;

/** What came back; the names of headers are in lower case. */
public record Answer(String start, Map<String, String> headers, String body) {

  public int status() {
    return Integer.parseInt(start.split(" ", -1)[1]);
  }

  /** Empty if there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
