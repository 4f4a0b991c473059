package io.hyperfleet.persistence.connection;

import io.hyperfleet.persistence.migration.SchemaName;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.SharedCacheMode;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** JPA, set up by objects instead of a {@code persistence.xml} that names classes. */
public final class PersistenceUnit {

  private PersistenceUnit() {}

  /**
   * Opens the unit, and connects to nothing before its first use.
   *
   * @param schema holds the tables of all rows
   */
  public static EntityManagerFactory open(
      DataSource connections,
      TransactionBoundary boundary,
      SchemaName schema,
      List<Class<?>> rows) {
    PersistenceConfiguration unit =
        new PersistenceConfiguration("hyperfleet")
            .provider("org.eclipse.persistence.jpa.PersistenceProvider")
            // A second replica would contradict any cache.
            .sharedCacheMode(SharedCacheMode.NONE)
            .property("jakarta.persistence.jtaDataSource", connections)
            .property("jakarta.persistence.nonJtaDataSource", connections)
            .property("eclipselink.target-database", "PostgreSQL")
            .property(
                "eclipselink.session.customizer",
                (SessionCustomizer) session -> customize(session.getLogin(), schema))
            // EclipseLink shares what has the same name.
            .property("eclipselink.session-name", connections.toString())
            // Every failure is thrown as well, and whoever handles it decides what goes to a log.
            .property("eclipselink.logging.level", "OFF");
    boundary.properties().forEach(unit::property);
    rows.forEach(unit::managedClass);
    return unit.createEntityManagerFactory();
  }

  /** What EclipseLink has no property for. */
  private static void customize(DatabaseLogin login, SchemaName schema) {
    // In front of every table, because a connection pooler may lose the search path of a session.
    login.setTableQualifier(schema.quoted());
    // Whoever enters a unit of work decides what is tried again; these tries would wait in between.
    login.setQueryRetryAttemptCount(0);
    // A statement that asks whether the connection is well, after each one that fails.
    login.setConnectionHealthValidatedOnError(false);
  }
}
