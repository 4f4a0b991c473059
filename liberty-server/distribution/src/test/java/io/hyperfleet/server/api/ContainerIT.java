package io.hyperfleet.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.TransactionsContract;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.persistence.PostgresStores;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What only a container can show: the real wiring, transactions, start-up and names. Alone, because
 * whoever starts the container looks at every Java process of this machine first.
 */
@Isolated
@ExtendWith(ArquillianExtension.class)
class ContainerIT implements TransactionsContract {

  private static final ResourceCollection CLUSTERS = ResourceCollection.of(KindFixture.CLUSTER);
  private static final RequestContext REQUEST = RequestContextFixture.request();

  @Inject private ResourceService resources;

  @Inject private PostgresStores stores;

  @Inject private UserTransaction userTransaction;

  @Inject private Lifecycle lifecycle;

  @Deployment
  static WebArchive application() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("api.war")))
        .addClass(ContainerIT.class)
        .addAsLibraries(
            libraryOf(TransactionsContract.class),
            libraryOf(ResourceFixture.class),
            libraryOf(Assertions.class));
  }

  private static File libraryOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Override
  public Transactions transactions() {
    return stores.stores().transactions();
  }

  @Override
  public ResourceStore store() {
    return stores.stores().resources();
  }

  @BeforeEach
  void awaitTheSchema() {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!lifecycle.ready() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void theStartupBeanMigratedAndSaysSo() throws Exception {
    Object phase =
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(new ObjectName(Lifecycle.NAME), "Phase");

    assertThat(phase).isEqualTo("ready");
    assertThat(count("SELECT count(*) FROM app.flyway_schema_history WHERE success", ""))
        .isPositive();
  }

  @Test
  void theInjectedServiceStoresAndReads() {
    Resource created = create("container-injected");

    assertThat(resources.get(REQUEST, CLUSTERS, created.id().toString()).name())
        .isEqualTo(created.name());
  }

  @Test
  void aTransactionCommitsBeforeItReturns() throws Exception {
    transactions().required(REQUEST, () -> create("container-committed"));

    assertThat(userTransaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    assertThat(named("container-committed")).isOne();
  }

  @Test
  void aTransactionThatThrowsLeavesNothingBehind() throws Exception {
    assertThatThrownBy(
            () ->
                transactions()
                    .required(
                        REQUEST,
                        () -> {
                          create("container-undone");
                          throw new IllegalStateException("on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    assertThat(userTransaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    assertThat(named("container-undone")).isZero();
  }

  @Test
  void aReadOpensNoTransaction() throws SystemException {
    Resource created = create("container-read");

    resources.get(REQUEST, CLUSTERS, created.id().toString());

    assertThat(userTransaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void theDataSourcesHaveTheirNames() throws NamingException {
    for (String name : new String[] {"jdbc/hyperfleet", "jdbc/migration", "jdbc/health"}) {
      assertThat(lookup(name)).isInstanceOf(DataSource.class);
    }
  }

  @Test
  void statementsOfTheApiAreLimitedAndThoseOfMigrationsAreNot()
      throws SQLException, NamingException {
    assertThat(setting("jdbc/hyperfleet", "statement_timeout")).isEqualTo("30s");
    assertThat(setting("jdbc/migration", "statement_timeout")).isEqualTo("0");
    assertThat(setting("jdbc/hyperfleet", "application_name")).isEqualTo("hyperfleet-api");
    assertThat(setting("jdbc/hyperfleet", "transaction_isolation")).isEqualTo("read committed");
  }

  private static String setting(String source, String name) throws SQLException, NamingException {
    try (Connection connection = ((DataSource) lookup(source)).getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT current_setting(?::text)")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private Resource create(String name) {
    return resources.create(
        REQUEST,
        CLUSTERS,
        new ResourceRequest(
            Optional.of("Cluster"),
            Optional.of(name),
            Optional.of(Document.EMPTY_OBJECT),
            Map.of(),
            Map.of()));
  }

  /** The names are constants of this class, and looking them up is what is under test. */
  @SuppressWarnings("BanJNDI")
  private static Object lookup(String name) throws NamingException {
    return InitialContext.doLookup(name);
  }

  private static long named(String name) throws SQLException, NamingException {
    return count("SELECT count(*) FROM app.clusters WHERE name = ?", name);
  }

  private static long count(String sql, String parameter) throws SQLException, NamingException {
    try (Connection connection = ((DataSource) lookup("jdbc/migration")).getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!parameter.isEmpty()) {
        statement.setString(1, parameter);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
