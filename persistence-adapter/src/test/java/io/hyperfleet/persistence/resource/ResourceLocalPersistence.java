package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.resource.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The persistence unit as it is shipped, except that no server coordinates its transactions. The
 * store sees what a server injects: one entity manager for all, with a real one behind it per
 * transaction, and per call where there is none.
 */
final class ResourceLocalPersistence implements AutoCloseable {

  private final EntityManagerFactory factory;
  private EntityManager running;

  /**
   * @param session tells units over different databases apart, which EclipseLink would share
   */
  ResourceLocalPersistence(DataSource database, String session) {
    this.factory =
        Persistence.createEntityManagerFactory(
            "hyperfleet",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", database,
                "eclipselink.session-name", session));
  }

  Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T required(RequestContext context, Supplier<T> work) {
        return running == null ? inTransaction(work) : work.get();
      }

      @Override
      public <T> T reading(RequestContext context, Supplier<T> work) {
        return work.get();
      }

      @Override
      public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException();
      }
    };
  }

  JpaResourceStore store() {
    return new JpaResourceStore(
        (EntityManager)
            Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> call(method, arguments)));
  }

  void insert(Resource resource) {
    inTransaction(
        () -> {
          store().insert(resource);
          return resource;
        });
  }

  <T> T inTransaction(Supplier<T> work) {
    running = factory.createEntityManager();
    running.getTransaction().begin();
    try {
      T result = work.get();
      running.getTransaction().commit();
      return result;
    } finally {
      if (running.getTransaction().isActive()) {
        running.getTransaction().rollback();
      }
      running.close();
      running = null;
    }
  }

  @Override
  public void close() {
    factory.close();
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    EntityManager entities = running == null ? factory.createEntityManager() : running;
    try {
      return method.invoke(entities, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
