package io.hyperfleet.rest.request;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The target of a request in a form that the runtime takes. Clients send characters that no URI may
 * hold, and percent signs that stand for nothing; the runtime would fail over either.
 */
final class RawUri {

  private static final String REFUSED = "^|\"<>{}[]`\\# ";

  private RawUri() {}

  /** To the runtime, a semicolon starts parameters that do not count in routing. */
  static String path(String raw) {
    return escaped(raw, REFUSED + ';');
  }

  /** Null for null. */
  static String query(String raw) {
    return raw == null ? null : escaped(raw, REFUSED);
  }

  /** Whether every percent sign is the start of an encoded byte. */
  static boolean isDecodable(String raw) {
    for (int at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 1)) {
      if (!startsByte(raw, at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the path is an encoding of text; to the runtime, any other would be a failure. */
  static boolean isText(String raw) {
    if (raw.chars().allMatch(each -> each < 0x80 && each != '%')) {
      return true;
    }
    byte[] octets =
        URLDecoder.decode(path(raw), StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  private static String escaped(String raw, String refused) {
    if (isFine(raw, refused)) {
      return raw;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < raw.length(); at++) {
      char each = raw.charAt(at);
      if (isRefused(each, refused) || (each == '%' && !startsByte(raw, at))) {
        escape(each, text);
      } else {
        text.append(each);
      }
    }
    return text.toString();
  }

  private static boolean isFine(String raw, String refused) {
    return raw.chars().noneMatch(each -> isRefused((char) each, refused)) && isDecodable(raw);
  }

  private static boolean isRefused(char each, String refused) {
    return each < ' ' || each > '~' || refused.indexOf(each) >= 0;
  }

  /** The server reads a byte that is no character of ASCII as the character of that number. */
  private static void escape(char octet, StringBuilder to) {
    to.append("%%%02X".formatted((int) octet));
  }

  private static boolean startsByte(String raw, int at) {
    return at + 2 < raw.length()
        && Character.digit(raw.charAt(at + 1), 16) >= 0
        && Character.digit(raw.charAt(at + 2), 16) >= 0;
  }
}
