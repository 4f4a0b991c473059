package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
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
  private ResourceLocalPersistence persistence;
  private JpaResourceStore store;

  @BeforeEach
  void open() {
    persistence = new ResourceLocalPersistence(database, migrated.name());
    store = persistence.store();
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  @Test
  void anOutageOnFirstUseDoesNotSpoilThePersistenceUnit() {
    database.setPortNumbers(new int[] {CLOSED_PORT});

    assertUnavailable(() -> store.find(kind, newId()));
    assertUnavailable(() -> store.list(kind, new PageRequest(1, 20)));
    assertUnavailable(() -> store.insert(resource));

    database.setPortNumbers(new int[] {migrated.port()});
    assertWorks();
  }

  @Test
  void aReadOnABrokenConnectionIsNotTriedAgain() {
    store.find(kind, newId());
    database.breaking = true;

    assertUnavailable(() -> store.find(kind, newId()));
    assertThat(database.broken).isEqualTo(1);

    database.breaking = false;
    assertWorks();
  }

  private void assertWorks() {
    persistence.insert(resource);
    assertThat(store.find(kind, resource.id())).isPresent();
  }

  private static void assertUnavailable(ThrowingCallable operation) {
    assertThatThrownBy(operation)
        .hasMessage("Database connection unavailable")
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.UNAVAILABLE);
  }

  /** Hands out connections that are dead already, while it is told to. */
  private static final class UnsteadyDataSource extends PGSimpleDataSource {

    @Serial private static final long serialVersionUID = 1L;

    private boolean breaking;
    private int broken;

    UnsteadyDataSource(TestDatabase database) {
      setUrl(database.jdbcUrl());
      setUser(database.username());
      setPassword(database.password());
      setStringType("unspecified");
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (breaking) {
        connection.abort(Runnable::run);
        broken++;
      }
      return connection;
    }
  }
}
