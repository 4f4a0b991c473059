package io.hyperfleet.persistence.connection;

import io.hyperfleet.application.AfterCommit;
import io.hyperfleet.application.request.MemoryShare;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** One unit of work: its connection and its entity manager, made when they are first needed. */
final class UnitOfWork {

  private final DatabasePool pool;
  private final DeadlineWatch watch;
  private final TimeLimit limit;
  private final MemoryShare memory;
  private final Supplier<EntityManager> persistence;
  private final Optional<AfterCommit> afterwards;
  private UnitConnection connection;
  private EntityManager entities;

  /**
   * @param afterwards present for a transaction
   */
  UnitOfWork(
      DatabasePool pool,
      DeadlineWatch watch,
      TimeLimit limit,
      MemoryShare memory,
      Supplier<EntityManager> persistence,
      Optional<AfterCommit> afterwards) {
    this.pool = pool;
    this.watch = watch;
    this.limit = limit;
    this.memory = memory;
    this.persistence = persistence;
    this.afterwards = afterwards;
  }

  EntityManager entities() {
    if (entities == null) {
      entities = persistence.get();
    }
    return entities;
  }

  Connection connection() throws SQLException {
    if (connection == null) {
      limit.left();
      connection = watched(pool.take());
    }
    return connection.shared();
  }

  private UnitConnection watched(Connection taken) throws SQLException {
    try {
      UnitConnection unit = new UnitConnection(taken, limit);
      watch.start(unit);
      return unit;
    } catch (SQLException timeIsOver) {
      pool.giveBack(taken);
      throw timeIsOver;
    }
  }

  MemoryShare memory() {
    return memory;
  }

  boolean hasConnection() {
    return connection != null;
  }

  Optional<AfterCommit> afterwards() {
    return afterwards;
  }

  void requireTransaction() {
    if (afterwards.isEmpty()) {
      throw new IllegalStateException("a change needs a transaction");
    }
  }

  /** Nothing is begun for a request whose time is over. */
  void requireTime() {
    try {
      limit.left();
    } catch (SQLException timeIsOver) {
      throw new IllegalStateException("too late", timeIsOver);
    }
  }

  void end() {
    try {
      if (entities != null) {
        entities.close();
      }
    } finally {
      if (connection != null) {
        watch.stop(connection);
        pool.giveBack(connection.pooled());
      }
    }
  }
}
