package io.hyperfleet.simulator.fleet;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonException;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An object of an answer, read as the typed decoders of the clients do: a wrong type fails. */
final class StrictObject {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");
  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  private final JsonObject object;
  private final String what;

  private StrictObject(JsonObject object, String what) {
    this.object = object;
    this.what = what;
  }

  static StrictObject read(String json, String what) {
    if (json.isBlank()) {
      throw new UnreadableException(what + " is empty");
    }
    try {
      return of(JsonReader.tree(new Document(json)), what);
    } catch (JsonException e) {
      throw new UnreadableException(what + " has " + e.getMessage());
    }
  }

  private static StrictObject of(JsonValue value, String what) {
    if (value instanceof JsonObject object) {
      return new StrictObject(object, what);
    }
    throw new UnreadableException(what + " is no object");
  }

  /** Whether the key is there, whatever its value is. */
  boolean has(String name) {
    return object.members().containsKey(name);
  }

  String text(String name) {
    if (object.member(name) instanceof JsonString text) {
      return text.value();
    }
    throw wrong(name, "no string");
  }

  String textOrEmpty(String name) {
    return has(name) ? text(name) : "";
  }

  int integer(String name) {
    if (object.member(name) instanceof JsonNumber number
        && INTEGER.matcher(number.text()).matches()) {
      long value = Long.parseLong(number.text());
      if (value == (int) value) {
        return (int) value;
      }
    }
    throw wrong(name, "no integer of 32 bits");
  }

  Instant time(String name) {
    String text = text(name);
    try {
      if (UTC.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw wrong(name, "no time: " + e.getMessage());
    }
    throw wrong(name, "no time in UTC");
  }

  StrictObject object(String name) {
    return of(object.member(name), what + "." + name);
  }

  Optional<StrictObject> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  List<StrictObject> objects(String name) {
    if (object.member(name) instanceof JsonArray array) {
      return array.items().stream().map(item -> of(item, what + "." + name + "[]")).toList();
    }
    throw wrong(name, "no array");
  }

  void requireStrings() {
    object.members().keySet().forEach(this::text);
  }

  private UnreadableException wrong(String name, String fault) {
    return new UnreadableException("%s.%s is %s".formatted(what, name, fault));
  }
}
