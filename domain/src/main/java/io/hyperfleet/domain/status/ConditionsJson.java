package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes conditions once, when they change, in the form in which they are stored and answered, so
 * that no read has to parse them.
 */
public final class ConditionsJson {

  private ConditionsJson() {}

  public static Document write(List<Condition> conditions) {
    return new Document(
        conditions.stream().map(ConditionsJson::object).collect(Collectors.joining(",", "[", "]")));
  }

  private static String object(Condition condition) {
    return "{"
        + string("type", condition.type())
        + string("status", condition.holds() ? "True" : "False")
        + string("reason", condition.reason())
        + string("message", condition.message())
        + string("created_time", condition.createdTime().toString())
        + string("last_updated_time", condition.lastUpdatedTime().toString())
        + string("last_transition_time", condition.lastTransitionTime().toString())
        + "\"observed_generation\":"
        + condition.observedGeneration()
        + "}";
  }

  private static String string(String member, String value) {
    StringBuilder json = new StringBuilder(value.length() + member.length() + 8);
    json.append('"').append(member).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      escape(value.charAt(i), json);
    }
    return json.append("\",").toString();
  }

  private static void escape(char c, StringBuilder json) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ') {
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
