package io.hyperfleet.server.tls;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.postgresql.PGProperty;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/**
 * TLS to PostgreSQL with what libpq has and the driver has not: a range of versions, and {@code
 * require} that checks the certificate when there is something to check it against. Every data
 * source names this class and gives it the range.
 */
public final class DatabaseTls extends LibPQFactory {

  private static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");

  private final String[] versions;
  private final boolean checksName;

  /** Called by the driver with all that it knows about the connection. */
  public DatabaseTls(Properties connection) throws PSQLException {
    super(asLibpq(connection));
    this.versions = versions(PGProperty.SSL_FACTORY_ARG.getOrDefault(connection));
    this.checksName = "verify-full".equals(PGProperty.SSL_MODE.getOrDefault(connection));
  }

  /** What the data sources hand over: the oldest and the newest version, both spoken. */
  public static String range(String oldest, String newest) {
    return oldest + "-" + newest;
  }

  /** The driver comes here for the socket, and lets it shake hands itself. */
  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket socket = (SSLSocket) super.createSocket(plain, host, port, autoClose);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(versions);
    if (checksName) {
      // The driver checks the name too, but later, and says less about what is wrong.
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static Properties asLibpq(Properties connection) {
    Properties copy = new Properties();
    connection
        .stringPropertyNames()
        .forEach(name -> copy.setProperty(name, connection.getProperty(name)));
    String authority = PGProperty.SSL_ROOT_CERT.getOrDefault(connection);
    boolean required = "require".equals(PGProperty.SSL_MODE.getOrDefault(connection));
    if (required && authority != null && !authority.isEmpty()) {
      PGProperty.SSL_MODE.set(copy, "verify-ca");
    }
    return copy;
  }

  private static String[] versions(String range) {
    String[] ends = range.split("-", 2);
    return VERSIONS.stream()
        .filter(version -> version.compareTo(ends[0]) >= 0 && version.compareTo(ends[1]) <= 0)
        .toArray(String[]::new);
  }
}
