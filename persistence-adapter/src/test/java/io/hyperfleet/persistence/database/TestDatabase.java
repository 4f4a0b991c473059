package io.hyperfleet.persistence.database;

import io.hyperfleet.persistence.migration.SchemaMigration;
import javax.sql.DataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A database for one test class. The server behind it is shared by the JVM. */
public final class TestDatabase {

  private static String template;

  private final PGSimpleDataSource database;

  private TestDatabase(String options) {
    TestServer server = TestServer.shared();
    this.database = server.database(server.create(options));
  }

  /** An empty database. */
  public static TestDatabase fresh() {
    return new TestDatabase("");
  }

  /** A database with all tables, in the default schema, and no row. */
  public static synchronized TestDatabase migrated() {
    if (template == null) {
      TestDatabase first = fresh();
      new SchemaMigration(first.dataSource(), "app").migrate();
      template = first.name();
    }
    return new TestDatabase(" TEMPLATE " + TestServer.quoted(template));
  }

  public DataSource dataSource() {
    return database;
  }

  /** Set up as that of migrations in production: see {@link SchemaMigration}. */
  public DataSource migrationSource() {
    PGSimpleDataSource source = TestServer.shared().database(name());
    source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    return source;
  }

  /** One connection through that port of this machine, opened at first use and given out again. */
  public DataSource sharedSession(int port) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name());
    source.setUser(username());
    source.setPassword(password());
    source.setStringType(database.getStringType());
    return new SharedSession(source);
  }

  /** Without the credentials. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + name();
  }

  public String host() {
    return database.getServerNames()[0];
  }

  public int port() {
    return database.getPortNumbers()[0];
  }

  public String name() {
    return database.getDatabaseName();
  }

  public String username() {
    return database.getUser();
  }

  public String password() {
    return database.getPassword();
  }
}
