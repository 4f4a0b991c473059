package io.hyperfleet.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A private key in any of the forms that OpenSSL writes. The JDK reads PKCS #8 only, which is the
 * older two with the algorithm in front of them.
 */
final class PrivateKeyFile {

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CURVE = 0xA0;

  /** Version 0. */
  private static final byte[] VERSION = HexFormat.of().parseHex("020100");

  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private PrivateKeyFile() {}

  static PrivateKey read(Path file) throws UnusableFileException {
    for (Pem.Block block : Pem.blocks(file)) {
      if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
        throw new UnusableFileException(file, "is encrypted; it must be without a passphrase");
      }
      try {
        Optional<PrivateKey> key = key(block);
        if (key.isPresent()) {
          return key.get();
        }
      } catch (GeneralSecurityException | RuntimeException e) {
        throw new UnusableFileException(file, "holds a key that is broken or of no known kind", e);
      }
    }
    throw new UnusableFileException(file, "holds no private key in PEM form");
  }

  /** Nothing if the block is another thing, such as the certificate of the key. */
  private static Optional<PrivateKey> key(Pem.Block block) throws GeneralSecurityException {
    return switch (block.label()) {
      case "PRIVATE KEY" -> Optional.of(anyOf(block.content()));
      case "RSA PRIVATE KEY" -> Optional.of(key("RSA", pkcs8(RSA, block.content())));
      case "EC PRIVATE KEY" -> Optional.of(key("EC", pkcs8(ec(block.content()), block.content())));
      default -> Optional.empty();
    };
  }

  private static PrivateKey anyOf(byte[] pkcs8) throws GeneralSecurityException {
    try {
      return key("RSA", pkcs8);
    } catch (GeneralSecurityException notRsa) {
      return key("EC", pkcs8);
    }
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return der(SEQUENCE, join(VERSION, algorithm, der(OCTETS, key)));
  }

  /** The algorithm names the curve, which stands inside of the key. */
  private static byte[] ec(byte[] key) {
    ByteBuffer inside = inside(ByteBuffer.wrap(key), SEQUENCE);
    while (Byte.toUnsignedInt(inside.get(inside.position())) != CURVE) {
      inside(inside, Byte.toUnsignedInt(inside.get(inside.position())));
    }
    ByteBuffer curve = inside(inside, CURVE);
    byte[] name = new byte[curve.remaining()];
    curve.get(name);
    return der(SEQUENCE, join(EC, name));
  }

  /** What the next element holds; the buffer goes on behind it. */
  private static ByteBuffer inside(ByteBuffer buffer, int tag) {
    if (Byte.toUnsignedInt(buffer.get()) != tag) {
      throw new IllegalArgumentException("unexpected element");
    }
    int length = Byte.toUnsignedInt(buffer.get());
    if (length > 0x7F) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | Byte.toUnsignedInt(buffer.get());
      }
    }
    ByteBuffer content = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return content;
  }

  /** A length stands in as few bytes as will do. */
  private static byte[] der(int tag, byte[] content) {
    byte[] length = BigInteger.valueOf(content.length).toByteArray();
    byte[] shortest = length[0] == 0 && length.length > 1 ? tail(length) : length;
    byte[] head =
        content.length <= 0x7F
            ? new byte[] {(byte) tag}
            : new byte[] {(byte) tag, (byte) (0x80 | shortest.length)};
    return join(head, shortest, content);
  }

  private static byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
