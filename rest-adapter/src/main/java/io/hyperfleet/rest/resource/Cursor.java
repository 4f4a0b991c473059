package io.hyperfleet.rest.resource;

import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A position in a list as a text that a client hands back unread. It holds all that is needed to go
 * on, so that any server can; its checksum tells accidents from positions, and keeps no secret:
 * whoever makes one up sees what he would see anyway. The first byte says how the rest is laid out,
 * so that a later layout may hold more.
 */
final class Cursor {

  private static final int LAYOUT = 1;
  private static final int DIGEST_BYTES = 8;

  /** A position holds at most the name, the path and the like of one resource. */
  private static final int MAX_LENGTH = 8192;

  /** What is of another year is no time that was kept, and not every one can be compared. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Cursor() {}

  /**
   * @param list what tells this list and its order from any other
   */
  static String write(ListPosition position, String list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.write(digest(list.getBytes(StandardCharsets.UTF_8)));
      for (Optional<SearchValue> value : position.values()) {
        write(value, out);
      }
      out.write(digest(bytes.toByteArray()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(Optional<SearchValue> value, DataOutputStream out) throws IOException {
    if (value.isEmpty()) {
      out.writeByte(0);
    } else if (value.get() instanceof Text text) {
      out.writeByte(1);
      byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
      out.writeShort(utf8.length);
      out.write(utf8);
    } else if (value.get() instanceof Numeric number) {
      out.writeByte(2);
      out.writeLong(number.value().longValueExact());
    } else if (value.get() instanceof Time time) {
      out.writeByte(3);
      out.writeLong(Instant.EPOCH.until(time.value(), ChronoUnit.MICROS));
    }
  }

  /** The position; empty for what is none of that list. */
  static Optional<ListPosition> read(String text, String list) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.length() > MAX_LENGTH ? "" : text);
      int end = bytes.length - DIGEST_BYTES;
      if (end < 1 + DIGEST_BYTES || !endsIn(digest(Arrays.copyOf(bytes, end)), bytes)) {
        return Optional.empty();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
      boolean ofThisList =
          in.readByte() == LAYOUT
              && Arrays.equals(
                  in.readNBytes(DIGEST_BYTES), digest(list.getBytes(StandardCharsets.UTF_8)));
      return ofThisList ? Optional.of(new ListPosition(values(in))) : Optional.empty();
    } catch (IOException | IllegalArgumentException noPosition) {
      return Optional.empty();
    }
  }

  private static boolean endsIn(byte[] end, byte[] bytes) {
    return Arrays.equals(end, Arrays.copyOfRange(bytes, bytes.length - end.length, bytes.length));
  }

  private static List<Optional<SearchValue>> values(DataInputStream in) throws IOException {
    List<Optional<SearchValue>> values = new ArrayList<>();
    while (in.available() > 0) {
      values.add(value(in));
    }
    return values;
  }

  private static Optional<SearchValue> value(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Text(text(in)));
      case 2 -> Optional.of(Numeric.of(in.readLong()));
      case 3 -> Optional.of(new Time(time(in.readLong())));
      default -> throw new IOException("no such value");
    };
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
  }

  private static Instant time(long micros) throws IOException {
    Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IOException("no such time");
    }
    return time;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
