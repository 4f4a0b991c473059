package io.hyperfleet.server.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a setting may hold.
 *
 * @param rule completes the sentence "must be …"
 * @param reader turns any accepted spelling into one that it accepts as it is, and throws {@link
 *     IllegalArgumentException} for anything else
 * @param writer turns the accepted spelling into what Liberty understands
 */
public record ValueType(
    String rule, UnaryOperator<String> reader, UnaryOperator<String> writer, Trait trait) {

  private enum Trait {
    PLAIN,
    SWITCH,
    SECRET,
    LIST,
    GROUPS
  }

  /** The JSON of a list of groups that has none. */
  static final String NO_GROUPS = "[]";

  /** The server counts milliseconds in 32 bits, which is a little more than this. */
  private static final Duration LONGEST = Duration.ofDays(24);

  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Set<String> TRUE = Set.of("1", "t", "true");
  private static final Set<String> FALSE = Set.of("0", "f", "false");

  static ValueType text() {
    return plain("any text", UnaryOperator.identity());
  }

  static ValueType secret() {
    return text().with(Trait.SECRET);
  }

  static ValueType databaseUrl() {
    return plain(
            DatabaseUrl.RULE,
            text -> {
              DatabaseUrl.parse(text);
              return text;
            })
        .with(Trait.SECRET);
  }

  /** Its path; the server looks for it from another folder than the operator. */
  static ValueType file() {
    return plain("the path of a file", text -> Path.of(text).toString())
        .with(text -> Path.of(text).toAbsolutePath().toString());
  }

  static ValueType requiredText() {
    return plain("a text that is not empty", text -> accept(text, !text.isBlank()));
  }

  /** Who logs in somewhere: no secret, but nothing for a log either. */
  static ValueType login() {
    return requiredText().with(Trait.SECRET);
  }

  /** Nothing at all is fine too. */
  static ValueType optional(ValueType type) {
    return new ValueType(
        type.rule + ", or empty",
        text -> text.isEmpty() ? text : type.read(text),
        text -> text.isEmpty() ? text : type.write(text),
        type.trait);
  }

  /** Words with commas between them; in the YAML file also a list. */
  static ValueType words() {
    return plain(
            "words with commas between them",
            text ->
                Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(",")))
        .with(Trait.LIST);
  }

  /** MicroProfile Config would look for values of its own behind a dollar. */
  static ValueType groups() {
    return plain("a list of groups of keys", UnaryOperator.identity())
        .with(json -> json.replace("$", "\\u0024"))
        .with(Trait.GROUPS);
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

  static ValueType number(int min, int max) {
    String rule =
        max == Integer.MAX_VALUE
            ? "a whole number of at least " + min
            : "a whole number from %d to %d".formatted(min, max);
    return plain(
        rule,
        text -> {
          // Java would take the digits of every script.
          int number = Integer.parseInt(accept(text, NUMBER.matcher(text).matches()));
          return accept(Integer.toString(number), number >= min && number <= max);
        });
  }

  static ValueType atLeast(int min) {
    return number(min, Integer.MAX_VALUE);
  }

  static ValueType duration(Duration min) {
    return duration(min, LONGEST);
  }

  static ValueType duration(Duration min, Duration max) {
    return plain(
        "a duration such as 2s or 1m30s, from %s to %s"
            .formatted(GoDuration.format(min), GoDuration.format(max)),
        text -> {
          Duration duration = GoDuration.parse(text);
          boolean allowed = duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0;
          return accept(GoDuration.format(duration), allowed);
        });
  }

  /** Where Liberty counts in seconds and would cut off the rest. */
  ValueType inWholeSeconds() {
    return with(text -> GoDuration.parse(text).plusMillis(999).toSeconds() + "s");
  }

  static ValueType oneOf(String... values) {
    List<String> allowed = List.of(values);
    return plain(
        "one of " + String.join(", ", allowed), text -> accept(text, allowed.contains(text)));
  }

  static ValueType logLevel() {
    Map<String, String> words = Map.of("debug", "fine", "warn", "warning", "error", "severe");
    return oneOf("debug", "info", "warn", "error").with(text -> words.getOrDefault(text, text));
  }

  static ValueType bool() {
    return plain(
            "true or false",
            text -> {
              String word = text.toLowerCase(Locale.ROOT);
              accept(word, TRUE.contains(word) || FALSE.contains(word));
              return Boolean.toString(TRUE.contains(word));
            })
        .with(Trait.SWITCH);
  }

  /** On the command line a switch needs no value. */
  public boolean isSwitch() {
    return trait == Trait.SWITCH;
  }

  boolean isSecret() {
    return trait == Trait.SECRET;
  }

  boolean isList() {
    return trait == Trait.LIST;
  }

  boolean isListOfGroups() {
    return trait == Trait.GROUPS;
  }

  String read(String text) {
    return reader.apply(text);
  }

  /** The value as Liberty wants it. */
  String write(String value) {
    return writer.apply(value);
  }

  private static ValueType plain(String rule, UnaryOperator<String> reader) {
    return new ValueType(rule, reader, UnaryOperator.identity(), Trait.PLAIN);
  }

  private ValueType with(Trait other) {
    return new ValueType(rule, reader, writer, other);
  }

  private ValueType with(UnaryOperator<String> other) {
    return new ValueType(rule, reader, other, trait);
  }

  private static String accept(String value, boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException("breaks the rule of its type");
    }
    return value;
  }
}
