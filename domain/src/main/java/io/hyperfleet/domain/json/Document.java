package io.hyperfleet.domain.json;

import java.util.Objects;

/**
 * JSON that the service keeps and hands on without looking inside. The text is well-formed JSON;
 * two documents that differ only in spelling are not equal.
 */
public record Document(String json) {

  public static final Document EMPTY_OBJECT = new Document("{}");

  public Document {
    Objects.requireNonNull(json, "json");
    if (json.isBlank()) {
      throw new IllegalArgumentException("a document has at least one JSON value");
    }
  }
}
