package io.hyperfleet.cel;

import dev.cel.common.values.NullValue;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonBoolean;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON object as expressions see it: numbers are doubles, and what may be a secret is not there,
 * since anybody may read a condition. It is read when the first member is asked for.
 */
final class MaskedObject extends AbstractMap<String, Object> {

  private static final String MASK = "***REDACTED***";

  /** Objects and arrays that are further inside are empty. */
  private static final int MAX_DEPTH = 20;

  /** Names of members that contain one of these, in any case, have the mask for a value. */
  private static final List<String> SENSITIVE =
      List.of(
          "password",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey",
          "sshkey",
          "encryptionkey",
          "accountkey",
          "servicekey",
          "registrykey",
          "signingkey",
          "credential",
          "api_key",
          "passphrase",
          "private",
          "auth",
          "connection",
          "cert",
          "kubeconfig",
          "bearer");

  private final Document document;
  private final int depth;
  private Map<String, Object> members;

  private MaskedObject(Document document, int depth) {
    this.document = document;
    this.depth = depth;
  }

  static MaskedObject of(Document document) {
    return new MaskedObject(document, 0);
  }

  /** The value of a member of what is masked as a whole. */
  static MaskedObject within(Document document) {
    return new MaskedObject(document, 1);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return members().entrySet();
  }

  @Override
  public Object get(Object name) {
    return members().get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return members().containsKey(name);
  }

  private Map<String, Object> members() {
    if (members == null) {
      members =
          JsonReader.tree(document) instanceof JsonObject object
              ? members(object, depth)
              : Map.of();
    }
    return members;
  }

  private static Map<String, Object> members(JsonObject object, int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (depth < MAX_DEPTH) {
      object
          .members()
          .forEach(
              (name, value) ->
                  members.put(name, isSensitive(name) ? MASK : value(value, depth + 1)));
    }
    return members;
  }

  private static List<Object> items(JsonArray array, int depth) {
    Stream<JsonValue> items = depth < MAX_DEPTH ? array.items().stream() : Stream.empty();
    return items.map(item -> value(item, depth + 1)).toList();
  }

  private static Object value(JsonValue value, int depth) {
    if (value instanceof JsonObject object) {
      return members(object, depth);
    }
    if (value instanceof JsonArray array) {
      return items(array, depth);
    }
    return scalar(value);
  }

  private static Object scalar(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonBoolean answer) {
      return answer.value();
    }
    return value instanceof JsonNumber number ? number(number) : NullValue.NULL_VALUE;
  }

  /** A number that no double can hold is as good as none. */
  private static Object number(JsonNumber number) {
    double nearest = Double.parseDouble(number.text());
    return Double.isFinite(nearest) ? nearest : NullValue.NULL_VALUE;
  }

  private static boolean isSensitive(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return SENSITIVE.stream().anyMatch(lowerCase::contains);
  }
}
