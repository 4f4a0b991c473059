package io.hyperfleet.server.edge;

/** The path of a request as sent, and what the server makes of it. */
final class RequestTarget {

  private static final int SPACE = 0x20;
  private static final int DELETE = 0x7F;

  /** Parameters of nothing, which the server cannot make a path of. */
  private static final String NAMELESS = "/;";

  private RequestTarget() {}

  /**
   * Whether it is a path that can be decoded, and holds neither a control character nor a segment
   * of which servers and proxies do not agree where it leads: {@code ..}, or a dot with parameters.
   */
  static boolean leadsSomewhere(String path) {
    if (!path.startsWith("/") || path.contains(NAMELESS)) {
      return false;
    }
    String decoded = path.indexOf('%') < 0 ? path : decoded(path);
    return decoded != null && !holdsControls(decoded) && !leadsAstray(decoded);
  }

  /** Null for what has no meaning; beyond ASCII it does not matter which character it is. */
  private static String decoded(String path) {
    StringBuilder text = new StringBuilder(path.length());
    for (int at = 0; at < path.length(); at++) {
      int octet = path.charAt(at);
      if (octet == '%') {
        octet = octet(path, at + 1);
        at += 2;
      }
      if (octet < 0) {
        return null;
      }
      text.append((char) octet);
    }
    return text.toString();
  }

  /** Negative if there is none. */
  private static int octet(String path, int at) {
    if (at + 1 >= path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(at), 16);
    int low = Character.digit(path.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  private static boolean holdsControls(String path) {
    return path.chars().anyMatch(octet -> octet < SPACE || octet == DELETE);
  }

  private static boolean leadsAstray(String path) {
    if (!path.contains("/.") && !path.contains("\\.")) {
      return false;
    }
    for (String segment : path.split("[/\\\\]", -1)) {
      int parameters = segment.indexOf(';');
      String name = parameters < 0 ? segment : segment.substring(0, parameters);
      if (name.equals("..") || (name.equals(".") && parameters > 0)) {
        return true;
      }
    }
    return false;
  }
}
