package io.hyperfleet.rest.body;

import io.hyperfleet.domain.error.FleetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a request body whole, as long as it keeps to the limit and to UTF-8. */
public final class BodyReader {

  private final BodyLimit limit;

  public BodyReader(BodyLimit limit) {
    this.limit = limit;
  }

  /**
   * The body as JSON.
   *
   * @param announced the length that the client announced, or null
   */
  public JsonValue read(String announced, InputStream body) {
    if (announced != null && isTooLarge(announced)) {
      throw FleetException.tooLarge(limit.bytes());
    }
    return JsonReader.read(text(bytes(body)));
  }

  private boolean isTooLarge(String announced) {
    try {
      return Long.parseLong(announced) > limit.bytes();
    } catch (NumberFormatException moreThan64Bits) {
      return true;
    }
  }

  private byte[] bytes(InputStream body) {
    byte[] bytes;
    try {
      bytes = body.readNBytes((int) limit.bytes() + 1);
    } catch (IOException brokenOff) {
      throw FleetException.malformed("Unable to read request body");
    }
    if (bytes.length > limit.bytes()) {
      throw FleetException.tooLarge(limit.bytes());
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw FleetException.malformed("Request body is not valid UTF-8");
    }
  }
}
