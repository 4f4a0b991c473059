package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.tls.Identity;
import io.hyperfleet.server.tls.UnusableFileException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The certificates and keys of the listeners in the one form that Liberty reads. Made anew at each
 * start, under a password that nobody ever sees.
 */
final class ListenerIdentities {

  private final Path folder;

  /** A folder that nobody else can look into. */
  ListenerIdentities(Path folder) {
    this.folder = folder;
  }

  /** Answers what Liberty has to know to open them. */
  Properties write(Configuration configuration, List<Listener> listeners) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try {
      forgetThePrevious();
      for (Listener listener : listeners) {
        if (listener.tls()) {
          write(configuration, listener.key(), password);
        }
      }
    } catch (IOException | UnusableFileException e) {
      throw new Failure("the certificates of the listeners cannot be used: " + e.getMessage(), e);
    }
    Properties properties = new Properties();
    properties.put("hyperfleet.tls.folder", folder.toString());
    properties.put("hyperfleet.tls.password", password);
    return properties;
  }

  private void write(Configuration configuration, String listener, String password)
      throws IOException, UnusableFileException {
    Identity identity = Identity.read(Path.of(configuration.text(listener + ".tls.cert_file")));
    identity.store(
        identity.key(Path.of(configuration.text(listener + ".tls.key_file"))),
        folder.resolve(listener + ".p12"),
        password);
  }

  private void forgetThePrevious() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.p12")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
