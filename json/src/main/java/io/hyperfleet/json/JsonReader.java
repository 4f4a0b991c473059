package io.hyperfleet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonException.Reason;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonBoolean;
import io.hyperfleet.json.JsonValue.JsonNull;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON: RFC 8259 and nothing more lenient. */
public final class JsonReader {

  /** Recursion over a tree of this depth fits on any stack that the server uses. */
  static final int MAX_DEPTH = 500;

  /** More than any measured or counted thing needs, and cheap to compute with. */
  static final int MAX_DIGITS = 1000;

  /**
   * Names come from clients: to intern or to cache them would let clients fill the memory. Depth is
   * counted here, one level before the parser would, so that it has a reason of its own.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH + 1)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonReader() {}

  /**
   * The members of an object that comes from outside, in the order in which they were written, each
   * as compact text. Nothing is held for the values within, so that text of any shape costs no more
   * than its length; numbers keep their spelling. JSON null has no members.
   *
   * @throws JsonException if the text is no such object, or has what the service would rather not
   *     store: see {@link Reason}
   */
  public static Map<String, Document> members(String text) {
    return read(text, parser -> members(new CheckedTokens(parser)))
        .orElseThrow(() -> new JsonException(Reason.NOT_AN_OBJECT, "no JSON object"));
  }

  /**
   * A document as a tree. It was checked where it came in, so only what could break the program is
   * checked again. Of members with one name the last counts, as in PostgreSQL.
   *
   * @throws JsonException if the document is no JSON, too deep, or has a number that is too long
   */
  public static JsonValue tree(Document document) {
    return read(document.json(), parser -> value(parser, parser.nextToken(), 0));
  }

  private static <T> T read(String text, Reading<T> reading) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      T result = reading.from(parser);
      if (parser.nextToken() != null) {
        throw JsonException.notJson();
      }
      return result;
    } catch (StreamConstraintsException numberTooLong) {
      throw new JsonException(
          Reason.NUMBER_TOO_LONG, "a number of more than " + MAX_DIGITS + " characters");
    } catch (IOException malformed) {
      throw JsonException.notJson();
    }
  }

  /** Empty if the value is neither an object nor null. */
  private static Optional<Map<String, Document>> members(CheckedTokens tokens) throws IOException {
    Map<String, Document> members = new LinkedHashMap<>();
    switch (tokens.next()) {
      case START_OBJECT -> {
        while (tokens.next() == JsonToken.FIELD_NAME) {
          String name = tokens.text();
          tokens.next();
          members.put(name, new Document(JsonWriter.copy(tokens::copyValue)));
        }
      }
      case VALUE_NULL -> {
        // As a client may send it instead of no member at all.
      }
      default -> {
        tokens.skipValue();
        return Optional.empty();
      }
    }
    return Optional.of(members);
  }

  private static JsonValue value(JsonParser parser, JsonToken token, int depth) throws IOException {
    if (token == null) {
      throw JsonException.notJson();
    }
    return switch (token) {
      case START_OBJECT -> object(parser, deeper(depth));
      case START_ARRAY -> array(parser, deeper(depth));
      case VALUE_STRING -> new JsonString(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new JsonBoolean(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static JsonObject object(JsonParser parser, int depth) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser, parser.nextToken(), depth));
    }
    return new JsonObject(members);
  }

  private static JsonArray array(JsonParser parser, int depth) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(parser, next, depth));
    }
    return new JsonArray(items);
  }

  /** One level further down. */
  static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw new JsonException(Reason.TOO_DEEP, "more than " + MAX_DEPTH + " levels");
    }
    return depth + 1;
  }

  /** What makes something of the tokens of one text. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(JsonParser parser) throws IOException;
  }
}
