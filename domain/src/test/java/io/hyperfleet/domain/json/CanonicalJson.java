package io.hyperfleet.domain.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spells every JSON value in one way, so that two documents can be compared by value: members in
 * order of their names, no blanks, plain numbers, no needless escapes. Trusts its input to be JSON.
 */
public final class CanonicalJson {

  private final String json;
  private int at;

  private CanonicalJson(String json) {
    this.json = json;
  }

  public static Document of(Document document) {
    return new Document(new CanonicalJson(document.json()).value());
  }

  private String value() {
    skipBlanks();
    return switch (json.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> quoted(string());
      default -> literal();
    };
  }

  private String object() {
    Map<String, String> members = new TreeMap<>();
    for (boolean more = opens('}'); more; more = continues()) {
      skipBlanks();
      String name = quoted(string());
      skipBlanks();
      at++;
      members.put(name, name + ":" + value());
    }
    return "{" + String.join(",", members.values()) + "}";
  }

  private String array() {
    List<String> items = new ArrayList<>();
    for (boolean more = opens(']'); more; more = continues()) {
      items.add(value());
    }
    return "[" + String.join(",", items) + "]";
  }

  /** Passes the opening bracket, and the closing one if nothing is between them. */
  private boolean opens(char close) {
    at++;
    skipBlanks();
    if (json.charAt(at) != close) {
      return true;
    }
    at++;
    return false;
  }

  private boolean continues() {
    skipBlanks();
    return json.charAt(at++) == ',';
  }

  private String string() {
    StringBuilder text = new StringBuilder();
    at++;
    for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() {
    char c = json.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(json.substring(at - 4, at), 16);
    }
    int control = "bfnrt".indexOf(c);
    return control < 0 ? c : "\b\f\n\r\t".charAt(control);
  }

  private String literal() {
    int start = at;
    while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String word = json.substring(start, at);
    return switch (word) {
      case "true", "false", "null" -> word;
      default -> new BigDecimal(word).stripTrailingZeros().toPlainString();
    };
  }

  private void skipBlanks() {
    while (" \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
