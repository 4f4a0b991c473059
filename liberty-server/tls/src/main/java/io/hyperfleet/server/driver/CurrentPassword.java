package io.hyperfleet.server.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Gives the driver a password each time it connects. So a password in a file may change while the
 * server runs, and none goes through the server, which would decode what looks encoded and write it
 * to its work area.
 */
abstract class CurrentPassword implements AuthenticationPlugin {

  private final String property;

  /**
   * @param property of this process: the password; with {@code _file} behind it, the file of it
   */
  CurrentPassword(String property) {
    this.property = property;
  }

  @Override
  public final char[] getPassword(AuthenticationRequestType type) throws PSQLException {
    String file = System.getProperty(property + "_file");
    String password = file == null ? given() : content(Path.of(file));
    return password == null || password.isEmpty() ? null : password.toCharArray();
  }

  /** Without the launcher there is only the environment. */
  private String given() {
    return System.getProperty(
        property, System.getenv(property.replace('.', '_').toUpperCase(Locale.ROOT)));
  }

  private static String content(Path file) throws PSQLException {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new PSQLException(
          "the file of the password cannot be read: " + file,
          PSQLState.CONNECTION_UNABLE_TO_CONNECT,
          e);
    }
  }
}
