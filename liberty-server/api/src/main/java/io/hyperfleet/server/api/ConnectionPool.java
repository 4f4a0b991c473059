package io.hyperfleet.server.api;

import io.hyperfleet.persistence.connection.DatabasePool;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;

/** The pool as the server counts it. */
final class ConnectionPool implements ConnectionPoolMBean {

  private static final Logger LOG = System.getLogger(ConnectionPool.class.getName());

  static final String NAME = "io.hyperfleet:type=ConnectionPool";

  private static final String STATISTICS =
      "WebSphere:type=ConnectionPoolStats,name=jdbc/hyperfleet";

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
      Number value =
          (Number) beans.getAttribute(new ObjectName(STATISTICS), "ManagedConnectionCount");
      return value.intValue();
    } catch (InstanceNotFoundException notUsedYet) {
      return 0;
    } catch (JMException e) {
      throw new IllegalStateException("cannot read the statistics of the pool", e);
    }
  }
}
