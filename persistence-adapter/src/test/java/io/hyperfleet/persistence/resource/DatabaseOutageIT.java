package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Every failure is told as what it is, at once, and over when the database is back. */
class DatabaseOutageIT {

  private static final int CLOSED_PORT = 1;

  private final Kind kind = newKind();
  private final Resource resource = root(kind).build();
  private final TestDatabase migrated = TestDatabase.migrated();
  private final UnsteadyDataSource database = new UnsteadyDataSource(migrated);
  private TestStores stores;

  @BeforeEach
  void open() {
    stores = TestStores.on(database);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void anOutageOnFirstUseDoesNotSpoilThePersistenceUnit() {
    database.setPortNumbers(new int[] {CLOSED_PORT});

    assertUnavailable(() -> stores.find(kind, newId()));
    assertUnavailable(() -> stores.list(ResourceQuery.of(kind).page(new PageRequest(1, 20))));
    assertUnavailable(() -> stores.insert(resource));

    database.setPortNumbers(new int[] {migrated.port()});
    assertWorks();
  }

  @Test
  void aReadOnABrokenConnectionIsTriedOnceMore() {
    stores.find(kind, newId());
    database.breaking = 1;

    assertThat(stores.find(kind, newId())).isEmpty();

    assertThat(stores.pool().broken()).isOne();
  }

  @Test
  void aReadOnTwoBrokenConnectionsIsNotTriedAThirdTime() {
    stores.find(kind, newId());
    database.breaking = 3;

    assertUnavailable(() -> stores.find(kind, newId()));

    assertThat(database.breaking).isOne();
    assertThat(stores.pool().broken()).isEqualTo(2);
  }

  @Test
  void aTransactionOnABrokenConnectionIsNotTriedAgain() {
    stores.find(kind, newId());
    database.breaking = 2;

    assertUnavailable(() -> stores.insert(resource));

    assertThat(database.breaking).isOne();
    database.breaking = 0;
    assertWorks();
  }

  private void assertWorks() {
    stores.insert(resource);
    assertThat(stores.find(kind, resource.id())).isPresent();
  }

  private static void assertUnavailable(ThrowingCallable operation) {
    assertThatThrownBy(operation)
        .hasMessage("Database connection unavailable")
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.UNAVAILABLE);
  }

  /** Hands out so many connections that are dead already. */
  private static final class UnsteadyDataSource extends PGSimpleDataSource {

    @Serial private static final long serialVersionUID = 1L;

    private int breaking;

    UnsteadyDataSource(TestDatabase database) {
      setUrl(database.jdbcUrl());
      setUser(database.username());
      setPassword(database.password());
      setStringType("unspecified");
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (breaking > 0) {
        connection.abort(Runnable::run);
        breaking--;
      }
      return connection;
    }
  }
}
