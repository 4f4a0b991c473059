package io.hyperfleet.hostile.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Requests of which nobody can tell where they end. */
public final class MalformedRequests {

  private static final String[] LENGTHS = {"abc", "0x5", "5 5", "-1", "+5", "5;", "", "5,5", "٥"};
  private static final String[] CODINGS = {
    "gzip", "identity", "gzip, chunked", "chunked, gzip", "chunked;q=1", "xchunked", "chunked x"
  };
  private static final String[] VERSIONS = {"HTTP/1.2", "HTTP/2.0", "HTTP/9.1", "HTTP/0.9"};
  private static final String[] METHODS = {"G@T", "M1", "PURGE", "GETS", "PROPFIND", "x-y", "PRI"};
  private static final String[] BODIED = {"POST", "PUT", "PATCH"};
  private static final String[] TARGETS = {
    "/api/hyperfleet/v1/clusters", "/api/hyperfleet", "/nowhere", "/readyz", "/health", "/metrics"
  };

  private MalformedRequests() {}

  /** A request with one fault, and otherwise as varied as requests are. */
  public static String next(Choice choice) {
    String method = choice.one("GET", "POST", "PUT", "DELETE");
    String version = "HTTP/1.1";
    List<String> headers = new ArrayList<>(List.of("Host: a.example"));
    switch (choice.below(6)) {
      case 0 -> {
        method = choice.one(BODIED);
        headers.add("Content-Length: " + choice.one(LENGTHS));
      }
      case 1 -> method = choice.one(BODIED);
      case 2 -> headers.add("Transfer-Encoding: " + choice.one(CODINGS));
      case 3 -> headers = hosts(choice.either() ? 0 : 2);
      case 4 -> version = choice.one(VERSIONS);
      default -> method = choice.one(METHODS);
    }
    if (choice.either()) {
      headers.add(choice.one("Accept: */*", "X-Forwarded-For: 192.0.2.1", "Cookie: a=b", "Empty:"));
    }
    Collections.shuffle(headers, choice.random());
    return "%s %s %s\r\n%s\r\n\r\n"
        .formatted(method, choice.one(TARGETS), version, String.join("\r\n", headers));
  }

  private static List<String> hosts(int count) {
    List<String> headers = new ArrayList<>(List.of("Content-Length: 0"));
    for (int i = 0; i < count; i++) {
      headers.add("Host: a.example");
    }
    return headers;
  }
}
