package io.hyperfleet.server.edge;

/** The path of a request as sent, and what the server makes of it. */
final class RequestTarget {

  private static final int SPACE = 0x20;
  private static final int DELETE = 0x7F;

  private RequestTarget() {}

  /**
   * Whether it is a path that can be decoded, holds no control character and stays below the root.
   */
  static boolean leadsSomewhere(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    if (path.indexOf('%') < 0 && path.indexOf("..") < 0) {
      return true;
    }
    String decoded = decoded(path);
    return decoded != null && staysBelowRoot(decoded);
  }

  /** Null for what has no meaning; beyond ASCII it does not matter which character it is. */
  private static String decoded(String path) {
    StringBuilder text = new StringBuilder(path.length());
    for (int at = 0; at < path.length(); at++) {
      char each = path.charAt(at);
      if (each == '%') {
        int octet = octet(path, at + 1);
        if (octet < SPACE || octet == DELETE) {
          return null;
        }
        each = (char) octet;
        at += 2;
      }
      text.append(each);
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

  private static boolean staysBelowRoot(String path) {
    int depth = 0;
    for (String segment : path.split("[/\\\\]", -1)) {
      int parameters = segment.indexOf(';');
      String name = parameters < 0 ? segment : segment.substring(0, parameters);
      if (name.equals("..")) {
        depth--;
      } else if (!name.isEmpty() && !name.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return false;
      }
    }
    return true;
  }
}
