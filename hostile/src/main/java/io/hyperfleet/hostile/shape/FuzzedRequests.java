package io.hyperfleet.hostile.shape;

/** Requests as clients send them, and what becomes of them on the way through a bad line. */
public final class FuzzedRequests {

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";
  private static final String[] DELIMITERS = {
    "\r\n", "\n", "\r", " ", ":", "\t", "\0", ",", ";", "%", "\"", "/", "?", "\u00ff", "\r\n\r\n"
  };

  private FuzzedRequests() {}

  /** A request that means what it says. */
  public static String whole(Choice choice) {
    String name = "fuzzed-" + choice.below(10);
    return switch (choice.below(6)) {
      case 0 -> get("/readyz");
      case 1 -> get("/metrics");
      case 2 -> get(CLUSTERS + "?size=2&page=1&search=name%3D%27a%27");
      case 3 -> get(CLUSTERS + "/01931111-1111-7111-8111-111111111111");
      case 4 -> chunked("{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":{}}");
      default -> post("{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":{\"a\":[1]}}");
    };
  }

  /** The same with one to four faults. */
  public static String next(Choice choice) {
    StringBuilder request = new StringBuilder(whole(choice));
    for (int faults = 1 + choice.below(4); faults > 0; faults--) {
      int place = choice.below(request.length());
      switch (choice.below(5)) {
        case 0 -> request.setCharAt(place, (char) choice.below(256));
        case 1 -> request.insert(place, choice.one(DELIMITERS));
        case 2 -> request.deleteCharAt(place);
        case 3 -> request.insert(place, request.substring(place));
        default -> request.insert(place, choice.one(DELIMITERS).repeat(1 + choice.below(3000)));
      }
    }
    return request.toString();
  }

  public static String get(String target) {
    return "GET %s HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\n\r\n".formatted(target);
  }

  public static String post(String body) {
    return write("POST", CLUSTERS, body);
  }

  /** A request with a body of one byte for each character. */
  public static String write(String method, String path, String body) {
    return "%s %s HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(method, path, body.length(), body);
  }

  private static String chunked(String body) {
    return "POST %s HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        .formatted(CLUSTERS, body.length(), body);
  }
}
