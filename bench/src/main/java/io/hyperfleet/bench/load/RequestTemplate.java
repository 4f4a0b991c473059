package io.hyperfleet.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A request with blanks: {@value #ID} is the id of a seeded row taken at random, {@value #UNIQUE} a
 * text that no other request of this run has.
 *
 * @param body empty for none
 */
public record RequestTemplate(String method, String path, String body) {

  public static final String ID = "{id}";
  public static final String UNIQUE = "{unique}";

  public static RequestTemplate get(String path) {
    return new RequestTemplate("GET", path, "");
  }

  public static RequestTemplate post(String path, String body) {
    return new RequestTemplate("POST", path, body);
  }

  /**
   * The bytes to send.
   *
   * @param rows how many were seeded
   */
  byte[] fill(int rows, String unique) {
    String content = fill(body, rows, unique);
    StringBuilder request = new StringBuilder(method).append(' ');
    request.append(fill(path, rows, unique)).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (!content.isEmpty()) {
      // Everything a scenario sends is ASCII, so characters are bytes.
      request.append("Content-Type: application/json\r\nContent-Length: ").append(content.length());
      request.append("\r\n");
    }
    return request.append("\r\n").append(content).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String fill(String text, int rows, String unique) {
    String filled = text;
    if (filled.contains(ID)) {
      long number = 1 + ThreadLocalRandom.current().nextLong(rows);
      filled = filled.replace(ID, SeededId.of(number).toString());
    }
    return filled.replace(UNIQUE, unique);
  }
}
