package io.hyperfleet.hostile;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was found, each kind once: the first of it is printed, the others are counted. */
final class FindingBook {

  /** More kinds than anybody mends at a time. */
  private static final int KINDS = 50;

  /** What comes later tells of one finding only. */
  private static final int WORDS = 120;

  private final PrintStream out;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  FindingBook(PrintStream out) {
    this.out = out;
  }

  /**
   * Takes one.
   *
   * @param where the attack, or what else was looked at
   * @param round of the attack
   * @param sent one character for each byte
   */
  synchronized void add(String where, long round, String what, String sent) {
    // Ids and numbers differ between two findings of the same kind.
    String kind = where + ": " + shortened(what).replaceAll("[0-9a-f]{8}[-0-9a-f]*|[0-9]+", "#");
    if (counts.size() >= KINDS && !counts.containsKey(kind)) {
      kind = "others";
    }
    if (counts.merge(kind, 1, Integer::sum) > 1) {
      return;
    }
    out.printf("FOUND by %s in round %d: %s%n", where, round, what);
    if (!sent.isEmpty()) {
      out.printf("  sent: %s%n", escaped(sent));
    }
  }

  private static String shortened(String what) {
    return what.substring(0, Math.min(what.length(), WORDS)).strip();
  }

  synchronized int kinds() {
    return counts.size();
  }

  synchronized void summary() {
    counts.forEach((kind, count) -> out.printf("%6d x %s%n", count, kind));
  }

  /** For {@code printf '...' | nc}. */
  static String escaped(String sent) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      switch (c) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        case '\\' -> text.append("\\\\");
        case '%' -> text.append("%%");
        case '\'' -> text.append("\\047");
        default -> text.append(c >= ' ' && c <= '~' ? String.valueOf(c) : octal(c));
      }
    }
    return text.toString();
  }

  private static String octal(char c) {
    return "\\%03o".formatted((int) c);
  }
}
