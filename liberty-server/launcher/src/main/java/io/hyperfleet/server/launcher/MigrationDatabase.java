package io.hyperfleet.server.launcher;

import io.hyperfleet.persistence.failure.ConnectFailure;
import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.tls.DatabaseTls;
import io.hyperfleet.server.tls.TlsFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** The database as migrations see it, outside of the server; {@code database.xml} has it inside. */
final class MigrationDatabase {

  private static final Logger LOG = System.getLogger(MigrationDatabase.class.getName());

  private final Configuration configuration;
  private final DataSource source;

  MigrationDatabase(Configuration configuration) {
    this.configuration = configuration;
    this.source = source(configuration);
  }

  DataSource source() {
    return source;
  }

  /** Tries again, as the server does at its start, because both may start before the database. */
  void awaitAnswer() {
    int attempts = configuration.number("database.pool.conn_retry_attempts");
    String interval = "database.pool.conn_retry_interval";
    for (int retries = 0; ; retries++) {
      try (Connection probe = source.getConnection()) {
        LOG.log(Level.DEBUG, () -> "database answered: " + probe);
        return;
      } catch (SQLException e) {
        Optional<String> reason = TlsFailure.explain(e).or(() -> ConnectFailure.permanent(e));
        if (reason.isPresent() || retries == attempts) {
          throw new Failure(reason.orElse(ConnectFailure.gaveUp(e, retries)), e);
        }
        LOG.log(
            Level.WARNING,
            "Database connection failed, retrying... retry={0} max_retries={1} retry_interval={2}"
                + " error={3}",
            retries + 1,
            attempts,
            configuration.text(interval),
            ConnectFailure.message(e));
      }
      LockSupport.parkNanos(configuration.duration(interval).toNanos());
    }
  }

  private static DataSource source(Configuration configuration) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {configuration.text("database.migration.host")});
    source.setPortNumbers(new int[] {configuration.number("database.migration.port")});
    source.setDatabaseName(configuration.text("database.name"));
    source.setUser(configuration.text("database.migration.username"));
    source.setPassword(configuration.text("database.migration.password"));
    source.setSslMode(configuration.text("database.ssl.mode"));
    source.setSslRootCert(configuration.text("database.ssl.root_cert_file"));
    source.setSslfactory(DatabaseTls.class.getName());
    source.setSslFactoryArg(
        DatabaseTls.range(
            configuration.text("database.ssl.min_protocol"),
            configuration.text("database.ssl.max_protocol")));
    source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    source.setPrepareThreshold(0);
    source.setTcpKeepAlive(true);
    source.setApplicationName("hyperfleet-migrator");
    return source;
  }
}
