package io.hyperfleet.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A real pooler that lends its connections per transaction, if the machine has one. */
public final class PgBouncer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(PgBouncer.class.getName());

  private final TestDatabase database;
  private final Process process;
  private final Path log;
  private final int port;

  private PgBouncer(TestDatabase database, Process process, Path log, int port) {
    this.database = database;
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * In front of the server of this database.
   *
   * @param folder for its files
   * @param test is skipped, and said to be, where the Debian package pgbouncer is not installed
   */
  public static PgBouncer before(TestDatabase database, Path folder, Class<?> test)
      throws Exception {
    Path program = program().orElseGet(() -> skip(test));
    int port = freePort();
    Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), settings(database, port));
    Path log = folder.resolve("pgbouncer.log");
    Process process =
        new ProcessBuilder(program.toString(), settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PgBouncer pooler = new PgBouncer(database, process, log, port);
    Starters.await(pooler::accepts);
    return pooler;
  }

  public int port() {
    return port;
  }

  /** Through the pooler, as migrations are set up in production. */
  public DataSource migrationSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database.name());
    source.setUser(database.username());
    source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    source.setPrepareThreshold(0);
    return source;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private boolean accepts() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("pgbouncer ended: " + Files.readString(log));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String settings(TestDatabase database, int port) {
    String password =
        Optional.ofNullable(database.password()).map(" password='%s'"::formatted).orElse("");
    return """
    [databases]
    %s = host=%s port=%d user=%s%s
    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = %d
    unix_socket_dir =
    auth_type = any
    pool_mode = transaction
    default_pool_size = 30
    max_client_conn = 300
    ignore_startup_parameters = extra_float_digits
    %s
    """
        .formatted(
            database.name(),
            database.host(),
            database.port(),
            database.username(),
            password,
            port,
            account());
  }

  /** It refuses to run as root. */
  private static String account() {
    return System.getProperty("user.name").equals("root") ? "user = nobody" : "";
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path skip(Class<?> test) {
    String reason = "SKIPPED " + test.getSimpleName() + ": pgbouncer is not installed";
    LOG.log(Level.WARNING, reason);
    return Assumptions.abort(reason);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
