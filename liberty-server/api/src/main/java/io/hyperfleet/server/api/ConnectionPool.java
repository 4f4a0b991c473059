package io.hyperfleet.server.api;

import io.hyperfleet.persistence.connection.DatabasePool;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;

/** The pool as the server counts it. */
final class ConnectionPool implements ConnectionPoolMBean {

  private static final Logger LOG = System.getLogger(ConnectionPool.class.getName());

  static final String NAME = "io.hyperfleet:type=ConnectionPool";

  /** The server's own, which describes the pool in lines of text and is there without its agent. */
  private static final String CONNECTION_MANAGER =
      "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=jdbc/hyperfleet,*";

  private static final Pattern OPENED = Pattern.compile("(?m)^size=(\\d+)$");

  private static final Object[] NOTHING = {};
  private static final String[] NO_TYPES = {};

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final ServerConfig config;
  private final DatabasePool connections;

  ConnectionPool(ServerConfig config, DataSource database) {
    this.config = config;
    this.connections = new DatabasePool(database, this::json);
  }

  /** The connections themselves. */
  DatabasePool connections() {
    return connections;
  }

  void open() throws JMException {
    beans.registerMBean(this, new ObjectName(NAME));
    Duration wait = config.acquireTimeout.orElse(config.requestTimeout);
    LOG.log(
        Level.INFO,
        "Database engine initialized pool_size=%d max_overflow=%d pool_timeout=%d pool_recycle=%d"
            .formatted(
                getSize(),
                config.maxConnections - getSize(),
                wait.toSeconds(),
                config.connectionLifetime.toSeconds()));
  }

  void close() throws JMException {
    beans.unregisterMBean(new ObjectName(NAME));
  }

  @Override
  public int getSize() {
    return Math.min(config.maxIdleConnections, config.maxConnections);
  }

  @Override
  public int getLimit() {
    return config.maxConnections;
  }

  @Override
  public int getCheckedIn() {
    return Math.max(0, opened() - getCheckedOut());
  }

  @Override
  public int getCheckedOut() {
    return (int) connections.inUse();
  }

  @Override
  public int getOverflow() {
    return Math.max(0, opened() - getSize());
  }

  @Override
  public long getInvalid() {
    return connections.broken();
  }

  /** The object that operators know, in their order. */
  String json() {
    return "{\"size\":%d,\"checked_in\":%d,\"checked_out\":%d,\"overflow\":%d,\"invalid\":%d}"
        .formatted(getSize(), getCheckedIn(), getCheckedOut(), getOverflow(), getInvalid());
  }

  int opened() {
    try {
      for (ObjectName name : beans.queryNames(new ObjectName(CONNECTION_MANAGER), null)) {
        return opened((String) beans.invoke(name, "showPoolContents", NOTHING, NO_TYPES));
      }
      return 0; // before its first use
    } catch (JMException e) {
      throw new IllegalStateException("cannot read the figures of the pool", e);
    }
  }

  static int opened(String poolContents) {
    Matcher size = OPENED.matcher(poolContents);
    if (!size.find()) {
      throw new IllegalStateException("the server describes its pool in another way");
    }
    return Integer.parseInt(size.group(1));
  }
}
