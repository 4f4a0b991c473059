package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code {{name}}} stands for in one run of one scenario. */
final class Variables {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([A-Za-z0-9_.+-]+)}}");
  private static final Pattern NOW = Pattern.compile("now(?:([+-]\\d+)s)?");
  private static final int RUN_LENGTH = 8;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Map<String, JsonNode> values = new HashMap<>();
  private final Instant start;

  /** Before anything is saved, there is a word of this run, which names what it makes. */
  Variables(RandomGenerator random, Instant now) {
    start = now.truncatedTo(ChronoUnit.SECONDS);
    StringBuilder run = new StringBuilder();
    random
        .ints(RUN_LENGTH, 0, LETTERS.length())
        .forEach(letter -> run.append(LETTERS.charAt(letter)));
    values.put("run", TextNode.valueOf(run.toString()));
  }

  void save(String name, JsonNode value) {
    values.put(name, value);
  }

  static boolean areIn(String text) {
    return VARIABLE.matcher(text).find();
  }

  /**
   * A text that is nothing but a variable becomes its value, whatever that is.
   *
   * @throws UnknownVariableException for a variable that no earlier answer had
   */
  JsonNode fill(String text) {
    Matcher whole = VARIABLE.matcher(text);
    return whole.matches() ? value(whole.group(1)) : TextNode.valueOf(fillText(text));
  }

  String fillText(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(value(it.group(1)).asText()));
  }

  /** The same everywhere in a value, in the names of members too. */
  JsonNode fill(JsonNode template) {
    if (template.isTextual()) {
      return fill(template.textValue());
    }
    if (template.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      template.forEach(element -> filled.add(fill(element)));
      return filled;
    }
    if (template.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      template
          .properties()
          .forEach(member -> filled.set(fillText(member.getKey()), fill(member.getValue())));
      return filled;
    }
    return template;
  }

  private JsonNode value(String name) {
    Matcher now = NOW.matcher(name);
    if (now.matches()) {
      long seconds = now.group(1) == null ? 0 : Long.parseLong(now.group(1));
      return TextNode.valueOf(start.plusSeconds(seconds).toString());
    }
    JsonNode value = values.get(name);
    if (value == null) {
      throw new UnknownVariableException(name);
    }
    return value;
  }
}
