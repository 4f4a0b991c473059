package io.hyperfleet.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a setting may hold.
 *
 * @param rule completes the sentence "must be …"
 * @param reader turns any accepted spelling into the one that the server understands, and throws
 *     {@link IllegalArgumentException} for anything else
 */
public record ValueType(String rule, UnaryOperator<String> reader, Trait trait) {

  private enum Trait {
    PLAIN,
    SWITCH,
    SECRET
  }

  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Set<String> TRUE = Set.of("1", "t", "true");
  private static final Set<String> FALSE = Set.of("0", "f", "false");

  static ValueType text() {
    return new ValueType("any text", UnaryOperator.identity(), Trait.PLAIN);
  }

  static ValueType secret() {
    return new ValueType("any text", UnaryOperator.identity(), Trait.SECRET);
  }

  static ValueType databaseUrl() {
    return new ValueType(
        DatabaseUrl.RULE,
        text -> {
          DatabaseUrl.parse(text);
          return text;
        },
        Trait.SECRET);
  }

  static ValueType requiredText() {
    return plain("a text that is not empty", text -> accept(text, !text.isBlank()));
  }

  static ValueType host() {
    return plain(
        "a host name or an IP address", text -> accept(text, HOST.matcher(text).matches()));
  }

  static ValueType identifier() {
    return plain(
        "a name of at most 63 lower-case letters, digits and underscores that starts with no digit",
        text -> accept(text, IDENTIFIER.matcher(text).matches()));
  }

  static ValueType port() {
    return number(1, 65_535);
  }

  static ValueType number(long min, long max) {
    String rule =
        max == Long.MAX_VALUE
            ? "a whole number of at least " + min
            : "a whole number from %d to %d".formatted(min, max);
    return plain(
        rule,
        text -> {
          long number = Long.parseLong(text);
          return accept(Long.toString(number), number >= min && number <= max);
        });
  }

  static ValueType atLeast(long min) {
    return number(min, Long.MAX_VALUE);
  }

  static ValueType duration(Duration min) {
    return plain(
        "a duration such as 500ms, 2s or 1m30s, at least " + GoDuration.format(min),
        text -> {
          Duration duration = GoDuration.parse(text);
          return accept(GoDuration.format(duration), duration.compareTo(min) >= 0);
        });
  }

  static ValueType oneOf(String... values) {
    List<String> allowed = List.of(values);
    return plain(
        "one of " + String.join(", ", allowed), text -> accept(text, allowed.contains(text)));
  }

  /** Read as the word that the server has for it. */
  static ValueType logLevel() {
    Map<String, String> words =
        Map.of("debug", "fine", "info", "info", "warn", "warning", "error", "severe");
    return plain(
        "one of debug, info, warn, error",
        text -> accept(words.getOrDefault(text, text), words.containsKey(text)));
  }

  static ValueType bool() {
    return new ValueType(
        "true or false",
        text -> {
          String word = text.toLowerCase(Locale.ROOT);
          accept(word, TRUE.contains(word) || FALSE.contains(word));
          return Boolean.toString(TRUE.contains(word));
        },
        Trait.SWITCH);
  }

  /** On the command line a switch needs no value. */
  public boolean isSwitch() {
    return trait == Trait.SWITCH;
  }

  boolean isSecret() {
    return trait == Trait.SECRET;
  }

  String read(String text) {
    return reader.apply(text);
  }

  private static ValueType plain(String rule, UnaryOperator<String> reader) {
    return new ValueType(rule, reader, Trait.PLAIN);
  }

  private static String accept(String value, boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException("breaks the rule of its type");
    }
    return value;
  }
}
