package io.hyperfleet.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files: text with blocks, and whatever else people write between them. */
public final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private Pem() {}

  /** One block of a file, still in letters. */
  record Block(String label, String letters) {

    /** Throws {@link IllegalArgumentException} if they mean nothing. */
    byte[] content() {
      return Base64.getMimeDecoder().decode(letters);
    }
  }

  /** All certificates of a file, at least one. */
  public static List<X509Certificate> certificates(Path file) throws UnusableFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Block block : blocks(file)) {
        if (block.label().equals("CERTIFICATE")) {
          certificates.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(block.content())));
        }
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw new UnusableFileException(file, "holds a certificate that is broken", e);
    }
    if (certificates.isEmpty()) {
      throw new UnusableFileException(file, "holds no certificate in PEM form");
    }
    return certificates;
  }

  static List<Block> blocks(Path file) throws UnusableFileException {
    try {
      List<Block> blocks = new ArrayList<>();
      // Every byte is a letter here, so that a file that is no text is merely one without blocks.
      Matcher matcher = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (matcher.find()) {
        blocks.add(new Block(matcher.group(1), matcher.group(2).strip()));
      }
      return blocks;
    } catch (IOException e) {
      throw new UnusableFileException(file, "cannot be read", e);
    }
  }
}
