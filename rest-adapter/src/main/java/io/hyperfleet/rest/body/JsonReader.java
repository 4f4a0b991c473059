package io.hyperfleet.rest.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.rest.body.JsonValue.JsonArray;
import io.hyperfleet.rest.body.JsonValue.JsonLiteral;
import io.hyperfleet.rest.body.JsonValue.JsonObject;
import io.hyperfleet.rest.body.JsonValue.JsonString;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259, nothing more lenient) and refuses what PostgreSQL could not store. */
public final class JsonReader {

  private static final int MAX_DEPTH = 500;

  /**
   * On either side of the decimal point. PostgreSQL writes a number out in full, so an exponent of
   * a few characters could come back a hundred thousand times as long.
   */
  private static final int MAX_DIGITS = 1000;

  /** Names come from clients: to intern or to cache them would let clients fill the memory. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonReader() {}

  public static JsonValue read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonValue value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw notJson();
      }
      return value;
    } catch (StreamConstraintsException beyondLimits) {
      throw FleetException.malformed(
          "Request body has more than %d levels or a number of more than %d characters"
              .formatted(MAX_DEPTH, MAX_DIGITS));
    } catch (IOException malformed) {
      throw notJson();
    }
  }

  /** What to say of a body that is no JSON, or not JSON of the wanted kind. */
  public static FleetException notJson() {
    return FleetException.malformed("Invalid JSON in request body");
  }

  private static JsonValue value(JsonParser parser, JsonToken token) throws IOException {
    if (token == null) {
      throw notJson();
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonString(storable(parser.getText()));
      case VALUE_NULL -> JsonLiteral.NULL;
      case VALUE_NUMBER_FLOAT -> new JsonLiteral(storableNumber(parser.getText()));
      default -> new JsonLiteral(parser.getText());
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(storable(name), value(parser, parser.nextToken()));
    }
    return new JsonObject(members);
  }

  private static JsonArray array(JsonParser parser) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(parser, next));
    }
    return new JsonArray(items);
  }

  private static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw FleetException.malformed("Request body has the character U+0000 in a string");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw FleetException.malformed("Request body has an unpaired surrogate in a string");
        }
        i++;
      }
    }
    return text;
  }

  private static String storableNumber(String text) {
    if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      return text;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.scale() <= MAX_DIGITS
          && (long) number.precision() - number.scale() <= MAX_DIGITS) {
        return text;
      }
    } catch (NumberFormatException exponentBeyondInt) {
      // Refused below, like any other number that is out of range.
    }
    throw FleetException.malformed("Request body has a number that is out of range");
  }
}
