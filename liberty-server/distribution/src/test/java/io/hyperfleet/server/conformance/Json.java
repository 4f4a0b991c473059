package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with every number as it was spelled. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]|\\['([^']*)']");

  private Json() {}

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code $.a[0]['b.c']} leads to; a missing node if it leads nowhere. */
  static JsonNode at(JsonNode document, String path) {
    JsonNode current = document;
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      String index = step.group(2);
      String name = step.group(1) == null ? step.group(3) : step.group(1);
      current = index == null ? current.path(name) : current.path(Integer.parseInt(index));
    }
    return current;
  }
}
