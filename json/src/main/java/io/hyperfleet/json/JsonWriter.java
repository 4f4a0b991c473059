package io.hyperfleet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON, compact. */
public final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** A whole answer. It ends in a newline, for those who read it on a terminal. */
  public static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      content.writeTo(json);
      json.writeRaw('\n');
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The same in pieces, to where it is to go, which stays open. */
  public static void write(Content content, OutputStream target) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      content.writeTo(json);
      json.writeRaw('\n');
    }
  }

  public static String text(Content content) {
    try {
      return copy(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same for content that comes from where it may not be readable. */
  static String copy(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      content.writeTo(json);
    }
    return text.toString();
  }

  /** Something that knows how to write itself. */
  @FunctionalInterface
  public interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
