package io.hyperfleet.rest.body;

import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonException;
import io.hyperfleet.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads a request body whole, as long as it keeps to the limits and to UTF-8. */
public final class BodyReader {

  private final BodyLimit limit;

  public BodyReader(BodyLimit limit) {
    this.limit = limit;
  }

  /**
   * The members of the object that the body is, each as text; null has none.
   *
   * @param announced the length that the client announced, or null
   * @param memory that of the request, of which all that follows from the body is taken
   * @param refusal of a body that has no members to read
   */
  public Map<String, Document> read(
      String announced, InputStream body, MemoryShare memory, Refusal refusal) {
    if (announced != null && isTooLarge(announced)) {
      throw FleetException.tooLarge(limit.bytes());
    }
    return members(text(bytes(body, memory)), refusal);
  }

  /**
   * Refuses a body that would have to be unpacked.
   *
   * @param coding what the client packed it with, or null
   */
  public static void requireUnpacked(String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw FleetException.encoded(coding);
    }
  }

  private boolean isTooLarge(String announced) {
    try {
      return Long.parseLong(announced) > limit.bytes();
    } catch (NumberFormatException moreThan64Bits) {
      return true;
    }
  }

  private byte[] bytes(InputStream body, MemoryShare memory) {
    try {
      return new BodyBytes(limit, memory).read(body);
    } catch (IOException brokenOff) {
      throw FleetException.malformed("Unable to read request body");
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw FleetException.malformed("Request body is not valid UTF-8");
    }
  }

  private static Map<String, Document> members(String text, Refusal refusal) {
    try {
      return JsonReader.members(text);
    } catch (JsonException fault) {
      throw switch (fault.reason()) {
        case NOT_JSON, NOT_AN_OBJECT -> refusal.of(fault, text);
        case TOO_DEEP,
            TOO_MANY_VALUES,
            NUMBER_TOO_LONG,
            NUMBER_OUT_OF_RANGE,
            ZERO_CHARACTER,
            UNPAIRED_SURROGATE,
            DUPLICATE_NAME ->
            FleetException.malformed("Request body has " + fault.getMessage());
      };
    }
  }
}
