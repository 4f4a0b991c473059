package io.hyperfleet.schema;

import com.google.re2j.PatternSyntaxException;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;

/** What a schema demands of strings. */
final class StringChecks {

  private StringChecks() {}

  static List<Check> of(Keywords keywords) {
    List<Check> checks = new ArrayList<>();
    keywords.count(
        "minLength",
        min ->
            checks.add(
                Check.on(
                    JsonString.class,
                    string -> length(string) >= min,
                    "minimum string length is " + min)));
    keywords.count(
        "maxLength",
        max ->
            checks.add(
                Check.on(
                    JsonString.class,
                    string -> length(string) <= max,
                    "maximum string length is " + max)));
    keywords.text("pattern").map(text -> pattern(keywords, text)).ifPresent(checks::add);
    keywords
        .text("format")
        .flatMap(StringFormat::named)
        .map(StringChecks::format)
        .ifPresent(checks::add);
    return checks;
  }

  private static int length(JsonString string) {
    return string.value().codePointCount(0, string.value().length());
  }

  private static Check pattern(Keywords keywords, String text) {
    try {
      GoPattern pattern = GoPattern.compile(text);
      return Check.on(
          JsonString.class,
          string -> pattern.isFoundIn(string.value()),
          "string doesn't match the regular expression \"" + text + "\"");
    } catch (PatternSyntaxException e) {
      throw keywords.failure(
          "pattern",
          "invalid pattern \"%s\" (%s); correct the regular expression"
              .formatted(text, e.getDescription()));
    }
  }

  private static Check format(StringFormat format) {
    return Check.on(
        JsonString.class,
        string -> format.matches(string.value()),
        "string doesn't match the format \"%s\" (%s)".formatted(format.name(), format.reason()));
  }
}
