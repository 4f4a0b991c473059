package io.hyperfleet.cel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the program of a regular expression becomes. Counted repetitions multiply: a few dozen
 * characters fill any memory, and the engine looks at the size once the program is made.
 */
final class PatternSize {

  private static final int MAX_INSTRUCTIONS = 10_000;

  /** What a pattern consists of; what stands in quotes, in a class or after an escape is one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\Q(?s:.*?)(?:\\\\E|$)"
              + "|\\\\[pPx]\\{[^}]*+}"
              + "|(?s:\\\\.)"
              + "|\\[\\^?]?(?:\\[:[^\\]]*+:]|(?s:\\\\.)|[^\\]\\\\])*+]"
              + "|\\{(?<from>\\d{1,9})(?:,(?<to>\\d{0,9}))?}"
              + "|(?s:.)");

  private final Deque<Long> outside = new ArrayDeque<>();

  /** The instructions of the group so far, and of its latest part. */
  private long group;

  private long latest;

  private PatternSize() {}

  static void requireBounded(String pattern) {
    if (pattern.length() > MAX_INSTRUCTIONS || new PatternSize().of(pattern) > MAX_INSTRUCTIONS) {
      throw new RuleFailure("a pattern is too large");
    }
  }

  private long of(String pattern) {
    Matcher tokens = TOKEN.matcher(pattern);
    while (tokens.find() && total() <= MAX_INSTRUCTIONS) {
      if (tokens.group("from") != null) {
        repeat(tokens);
      } else {
        add(tokens.group());
      }
    }
    return total();
  }

  private long total() {
    return group + outside.stream().mapToLong(Long::longValue).sum();
  }

  private void add(String token) {
    if (token.equals("(")) {
      outside.push(group);
      group = 1;
      latest = 1;
    } else if (token.equals(")") && !outside.isEmpty()) {
      latest = group;
      group += outside.pop();
    } else if (!token.matches("[*+?]")) {
      latest = token.startsWith("\\Q") ? token.length() : 1;
      group += latest;
    }
  }

  private void repeat(Matcher count) {
    String to = count.group("to");
    int most = Integer.parseInt(to == null || to.isEmpty() ? count.group("from") : to);
    long repeated = latest * Math.max(1, most);
    group += repeated - latest;
    latest = repeated;
  }
}
