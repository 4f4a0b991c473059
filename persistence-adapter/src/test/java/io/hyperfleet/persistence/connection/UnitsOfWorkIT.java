package io.hyperfleet.persistence.connection;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.application.request.RequestContextFixture.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.SchemaName;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Which connections are used, for how long, and what happens to what takes longer. */
class UnitsOfWorkIT {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String SLOW = "SELECT CAST(pg_sleep(60) AS text)";
  private static final String SESSION = "SELECT CAST(pg_backend_pid() AS text)";

  private final TestDatabase database = TestDatabase.fresh();
  private final RememberingPool connections = new RememberingPool(database);
  private final DatabasePool pool = new DatabasePool(connections, () -> "{\"size\":1}");
  private final UnitsOfWork units = units(Duration.ZERO);

  @AfterEach
  void close() {
    units.close();
  }

  @Test
  void allStatementsOfAUnitRunOnOneConnectionThatIsClosedAtItsEnd() {
    List<String> sessions =
        units.reading(request(), () -> List.of(session(), units.reading(request(), this::session)));

    assertThat(sessions.stream().distinct()).hasSize(1);
    assertThat(connections.given).singleElement().satisfies(UnitsOfWorkIT::assertClosed);
  }

  @Test
  void allStatementsOfATransactionRunOnOneConnectionThatIsClosedAtItsEnd() {
    List<String> sessions =
        units.required(
            request(), () -> List.of(session(), units.reading(request(), this::session)));

    assertThat(sessions.stream().distinct()).hasSize(1);
    assertThat(connections.given).singleElement().satisfies(UnitsOfWorkIT::assertClosed);
  }

  @Test
  void eachUnitTakesAConnection() {
    assertThat(units.reading(request(), this::session))
        .isNotEqualTo(units.reading(request(), this::session));

    assertThat(connections.given).hasSize(2).allSatisfy(UnitsOfWorkIT::assertClosed);
  }

  @Test
  void aReadThatNeedsNoConnectionTakesNone() {
    assertThat(units.<String>reading(request(), () -> "done")).isEqualTo("done");

    assertThat(connections.given).isEmpty();
  }

  @Test
  void aConnectionIsInUseForAsLongAsItsUnit() {
    List<Long> figures =
        units.reading(
            request(), () -> Stream.of(session(), session()).map(any -> pool.inUse()).toList());

    assertThat(figures).containsOnly(1L);
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void aUnitThatThrowsGivesItsConnectionBack() {
    assertThatThrownBy(
            () ->
                units.reading(
                    request(),
                    () -> {
                      session();
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(connections.given).singleElement().satisfies(UnitsOfWorkIT::assertClosed);
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void aStatementIsCancelledInTheDatabaseWhenTheTimeOfTheRequestIsOver() throws SQLException {
    units.reading(request(), this::session);

    assertBusy(() -> units.reading(within(SHORT), () -> text(SLOW)));
    assertBusy(() -> units.required(within(SHORT), () -> text(SLOW)));

    assertThat(running()).isEmpty();
    assertThat(connections.given).hasSize(3).allSatisfy(UnitsOfWorkIT::assertClosed);
  }

  @Test
  void aStatementThatTakesTooLongIsCancelledAndTheConnectionServesTheNext() {
    try (UnitsOfWork limited = units(SHORT)) {
      String sessionAfterwards =
          limited.reading(
              request(),
              () -> {
                assertThatThrownBy(() -> text(limited, SLOW)).hasMessageContaining("cancel");
                return text(limited, SESSION);
              });

      assertThat(sessionAfterwards).isNotEmpty();
      assertThat(connections.given).hasSize(1);
    }
  }

  @Test
  void whenTheTimeIsOverNothingIsSentAnyMore() {
    units.reading(request(), this::session);

    assertBusy(
        () ->
            units.reading(
                within(SHORT),
                () -> {
                  // On a busy machine the time is over before the statement has left.
                  assertThatThrownBy(() -> text(SLOW))
                      .hasMessageMatching("(?s).*(cancel|the time of the request is over).*");
                  return session();
                }));
  }

  @Test
  void withoutLimitsStatementsTakeAsLongAsTheyLike() {
    try (UnitsOfWork unlimited = units(Duration.ofSeconds(-1))) {
      assertThat(
              unlimited.reading(
                  within(Duration.ZERO), () -> text(unlimited, "SELECT 'done' FROM pg_sleep(0.5)")))
          .isEqualTo("done");
    }
  }

  @Test
  void theWaitForAConnectionInVainIsCountedAndToldWithTheStateOfThePool() {
    connections.exhausted = true;

    assertThatThrownBy(() -> units.reading(request(), this::session))
        .hasMessage("The request took too long, please try again later")
        .cause()
        .hasMessageContaining("Connection pool exhausted")
        .hasMessageContaining("pool_status={\"size\":1}");
    assertThat(pool.exhausted()).isOne();
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void aConnectionThatBreaksInUseIsCountedAndAReadIsRunAgainOnAFreshOne() {
    List<String> sessions = new ArrayList<>();

    String session =
        units.reading(
            request(),
            () -> {
              sessions.add(session());
              if (sessions.size() == 1) {
                text("SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS text)");
              }
              return session();
            });

    assertThat(sessions).hasSize(2).doesNotHaveDuplicates().endsWith(session);
    assertThat(pool.broken()).isOne();
    assertThat(connections.given).hasSize(2).allSatisfy(UnitsOfWorkIT::assertClosed);
  }

  @Test
  void aReadWhoseConnectionsBreakTwiceIsUnavailable() {
    List<String> sessions = new ArrayList<>();

    assertThatThrownBy(
            () ->
                units.reading(
                    request(),
                    () -> {
                      sessions.add(session());
                      return text("SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS text)");
                    }))
        .hasMessage("Database connection unavailable");

    assertThat(sessions).hasSize(2);
    assertThat(pool.broken()).isEqualTo(2);
  }

  @Test
  void aTransactionWhoseConnectionBreaksIsNotRunAgain() {
    List<String> sessions = new ArrayList<>();

    assertThatThrownBy(
            () ->
                units.required(
                    request(),
                    () -> {
                      sessions.add(session());
                      return text("SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS text)");
                    }))
        .hasMessage("Database connection unavailable");

    assertThat(sessions).hasSize(1);
    assertThat(pool.broken()).isOne();
  }

  private UnitsOfWork units(Duration statementTimeout) {
    TransactionBoundary boundary = new ResourceLocalBoundary();
    return new UnitsOfWork(
        pool,
        boundary,
        statementTimeout,
        source -> PersistenceUnit.open(source, boundary, new SchemaName("app"), List.of()));
  }

  private String session() {
    return text(SESSION);
  }

  private String text(String sql) {
    return text(units, sql);
  }

  private static String text(UnitsOfWork within, String sql) {
    return (String) within.entities().createNativeQuery(sql).getSingleResult();
  }

  private List<String> running() throws SQLException {
    return new Sql(database.dataSource())
        .column(
            "SELECT query FROM pg_stat_activity WHERE state = 'active' AND datname = ?"
                + " AND pid <> pg_backend_pid()",
            database.name());
  }

  private static void assertBusy(ThrowingCallable unit) {
    assertThatThrownBy(unit)
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::category)
        .isEqualTo(ErrorCategory.BUSY);
  }

  private static void assertClosed(Connection connection) {
    try {
      assertThat(connection.isClosed()).isTrue();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Remembers the connections that it gave. */
  private static final class RememberingPool extends PGSimpleDataSource {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Connection> given = new ArrayList<>();
    private boolean exhausted;

    RememberingPool(TestDatabase database) {
      setUrl(database.jdbcUrl());
      setUser(database.username());
      setPassword(database.password());
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (exhausted) {
        throw new SQLTransientConnectionException("timed out", "08001");
      }
      Connection connection = super.getConnection();
      given.add(connection);
      return connection;
    }
  }
}
