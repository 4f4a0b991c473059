package io.hyperfleet.json;

/** How much memory a text takes on the way through the service, known before it is read. */
public final class JsonWeight {

  /**
   * The text as it came, as characters of two bytes, copied by a buffer that doubles, and as sent
   * to the database.
   */
  private static final long PER_BYTE = 8;

  /**
   * A number or short string as a member: its name, both of them in a tree, and an entry to sort.
   */
  private static final long PER_VALUE = 256;

  private JsonWeight() {}

  /**
   * Not less than what {@link JsonReader#members} and a tree of the result take at once, whatever
   * the bytes are.
   */
  public static long of(byte[] text) {
    long values = 1;
    for (byte character : text) {
      if (character == ',' || character == '[' || character == '{') {
        values++;
      }
    }
    return PER_BYTE * text.length + PER_VALUE * Math.min(values, CheckedTokens.MAX_VALUES);
  }
}
