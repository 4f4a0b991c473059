package io.hyperfleet.persistence.connection;

import jakarta.persistence.EntityManager;
import java.util.Map;

/**
 * Who coordinates transactions: the server, or the entity manager by itself. Each is begun, and
 * then committed or rolled back, by one thread. What fails is thrown, with its cause.
 */
public interface TransactionBoundary {

  /** Has the entity manager take part in a new transaction. */
  void begin(EntityManager entities);

  void commit(EntityManager entities);

  void rollback(EntityManager entities);

  /** What the persistence unit must know of it, as properties. */
  Map<String, Object> properties();
}
