package io.hyperfleet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hyperfleet.json.JsonException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a text from outside, each checked as it passes: the first fault ends it. */
final class CheckedTokens {

  /**
   * One for each ten characters of the largest body that is read by default. What has to hold
   * something for each value, as the check of names here and that of a schema do, needs 100 times
   * the text for shorter ones.
   */
  static final int MAX_VALUES = 100_000;

  /**
   * PostgreSQL writes numbers out in full. All those of a text together may become as long as the
   * largest body that is read by default.
   */
  static final int MAX_WRITTEN_OUT = 1_000_000;

  private static final int MAX_SHOWN = 100;

  private final JsonParser parser;

  /** Of the objects and arrays around; null as long as there is no name. */
  private final List<Set<String>> names = new ArrayList<>();

  private int values;
  private long writtenOut;

  CheckedTokens(JsonParser parser) {
    this.parser = parser;
  }

  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw JsonException.notJson();
    }
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        JsonReader.deeper(names.size());
        names.add(null);
        count();
      }
      case END_OBJECT, END_ARRAY -> names.remove(names.size() - 1);
      case FIELD_NAME -> checkName(parser.currentName());
      case VALUE_STRING -> {
        checkCharacters(
            parser.getTextCharacters(),
            parser.getTextOffset(),
            parser.getTextLength(),
            hasItsOwnRule());
        count();
      }
      case VALUE_NUMBER_FLOAT -> {
        checkRange(parser.getText());
        count();
      }
      default -> count();
    }
    return token;
  }

  String text() throws IOException {
    return parser.getText();
  }

  /** Passes the rest of the value that has just begun. */
  void skipValue() throws IOException {
    int outside = outside();
    while (names.size() > outside) {
      next();
    }
  }

  /** Passes the value that has just begun, and writes it, numbers as they were spelled. */
  void copyValue(JsonGenerator json) throws IOException {
    int outside = outside();
    copyToken(json);
    while (names.size() > outside) {
      next();
      copyToken(json);
    }
  }

  private int outside() {
    return parser.currentToken().isStructStart() ? names.size() - 1 : names.size();
  }

  private void copyToken(JsonGenerator json) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> json.writeStartObject();
      case START_ARRAY -> json.writeStartArray();
      case END_OBJECT -> json.writeEndObject();
      case END_ARRAY -> json.writeEndArray();
      case FIELD_NAME -> json.writeFieldName(parser.currentName());
      case VALUE_STRING ->
          json.writeString(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      default -> json.writeRawValue(parser.getText());
    }
  }

  private void count() {
    if (++values > MAX_VALUES) {
      throw new JsonException(Reason.TOO_MANY_VALUES, "more than " + MAX_VALUES + " values");
    }
  }

  /** Two parsers may take different ones of two members, so that one of them is deceived. */
  private void checkName(String name) {
    checkCharacters(name.toCharArray(), 0, name.length(), false);
    int innermost = names.size() - 1;
    if (names.get(innermost) == null) {
      names.set(innermost, new HashSet<>());
    }
    if (!names.get(innermost).add(name)) {
      throw new JsonException(
          Reason.DUPLICATE_NAME, "the member \"" + shown(name) + "\" twice in one object");
    }
  }

  private static String shown(String name) {
    return name.codePoints()
        .limit(MAX_SHOWN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What stands directly in the body is a name or a word, and whoever takes it looks closer. */
  private boolean hasItsOwnRule() {
    return names.size() == 1;
  }

  /** PostgreSQL stores neither the character 0 nor half of a pair. */
  private static void checkCharacters(char[] text, int offset, int length, boolean zeroPasses) {
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      char c = text[i];
      if (c == 0 && !zeroPasses) {
        throw new JsonException(Reason.ZERO_CHARACTER, "the character U+0000 in a string");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSupplementaryCodePoint(Character.codePointAt(text, i, end))) {
          throw new JsonException(Reason.UNPAIRED_SURROGATE, "an unpaired surrogate in a string");
        }
        i++;
      }
    }
  }

  /**
   * The limit holds on either side of the decimal point: PostgreSQL writes a number out in full, so
   * that an exponent of a few characters could come back a hundred thousand times as long.
   */
  private void checkRange(String number) {
    if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return;
    }
    try {
      BigDecimal decimal = new BigDecimal(number);
      if (decimal.scale() <= JsonReader.MAX_DIGITS
          && (long) decimal.precision() - decimal.scale() <= JsonReader.MAX_DIGITS) {
        writtenOut += decimal.precision() + Math.abs((long) decimal.scale());
        if (writtenOut <= MAX_WRITTEN_OUT) {
          return;
        }
      }
    } catch (NumberFormatException exponentBeyondInt) {
      // Refused below, like any other number that is out of range.
    }
    throw new JsonException(Reason.NUMBER_OUT_OF_RANGE, "a number that is out of range");
  }
}
