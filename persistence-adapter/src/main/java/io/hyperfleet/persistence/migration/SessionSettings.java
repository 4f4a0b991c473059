package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.connection.PoolDoor;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink has no property for; it calls this class, as {@code persistence.xml} says. */
public final class SessionSettings implements SessionCustomizer {

  /** The system property that names the schema, if it is not the default one. */
  public static final String SCHEMA_PROPERTY = "hyperfleet.database.schema";

  private static final String DEFAULT_SCHEMA = "app";

  @Override
  public void customize(Session session) {
    DatabaseLogin login = session.getLogin();
    // In front of every table, because a connection pooler may lose the search path of a session.
    login.setTableQualifier(schema().quoted());
    // A read on a broken connection would be tried three times more, with pauses of five seconds.
    login.setQueryRetryAttemptCount(0);
    JNDIConnector connector = (JNDIConnector) login.getConnector();
    connector.setDataSource(PoolDoor.before(connector.getDataSource()));
  }

  private static SchemaName schema() {
    return new SchemaName(System.getProperty(SCHEMA_PROPERTY, DEFAULT_SCHEMA));
  }
}
