package io.hyperfleet.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.failure.PoolExhaustedException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Which connections are used, for how long, and what happens to what takes longer. */
class UnitOfWorkIT {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String SLOW = "SELECT pg_sleep(60)";
  private static final String SESSION = "SELECT pg_backend_pid()";

  private final TestDatabase database = TestDatabase.fresh();
  private final CountingPool pool = new CountingPool(database);
  private final DataSource guarded = PoolDoor.before(pool);
  private final Sql sql = new Sql(guarded);

  @AfterEach
  void endDeadline() {
    Deadline.end();
  }

  @Test
  void allStatementsOfAUnitRunOnOneConnectionThatIsClosedAtItsEnd() {
    List<String> sessions =
        UnitOfWork.run(() -> List.of(session(), UnitOfWork.run(this::session), session()));

    assertThat(sessions.stream().distinct()).hasSize(1);
    assertThat(pool.given).singleElement().satisfies(UnitOfWorkIT::assertClosed);
  }

  @Test
  void outsideOfAUnitEachConnectionEndsWhenItIsClosed() {
    assertThat(session()).isNotEqualTo(session());

    assertThat(pool.given).hasSize(2).allSatisfy(UnitOfWorkIT::assertClosed);
  }

  @Test
  void aUnitThatNeedsNoConnectionTakesNone() {
    assertThat(UnitOfWork.run(() -> "done")).isEqualTo("done");

    assertThat(pool.given).isEmpty();
  }

  @Test
  void aConnectionThatIsStillInUseOutlivesItsUnit() throws SQLException {
    Connection kept = UnitOfWork.run(this::connect);
    assertThat(pool.given)
        .singleElement()
        .satisfies(pooled -> assertThat(isClosed(pooled)).isFalse());

    kept.close();
    kept.close();

    assertThat(pool.given).singleElement().satisfies(UnitOfWorkIT::assertClosed);
  }

  @Test
  void aUnitThatThrowsGivesItsConnectionBack() {
    assertThatThrownBy(
            () ->
                UnitOfWork.run(
                    () -> {
                      session();
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(pool.given).singleElement().satisfies(UnitOfWorkIT::assertClosed);
  }

  @Test
  void aStatementIsCancelledInTheDatabaseWhenTheTimeOfTheRequestIsOver() throws SQLException {
    Deadline.begin(SHORT, LONG);

    assertCancelled(SLOW);

    assertThat(running()).isEmpty();
    assertThat(pool.given).singleElement().satisfies(UnitOfWorkIT::assertClosed);
  }

  @Test
  void aStatementThatTakesTooLongIsCancelledAndTheConnectionServesTheNext() throws SQLException {
    Deadline.begin(LONG, SHORT);

    String sessionAfterwards =
        UnitOfWork.run(
            () -> {
              assertCancelled(SLOW);
              return session();
            });

    assertThat(sessionAfterwards).isNotEmpty();
    assertThat(pool.given).hasSize(1);
  }

  @Test
  void whenTheTimeIsOverNothingIsSentAnyMore() {
    Deadline.begin(SHORT, LONG);
    assertCancelled(SLOW);

    assertCancelled(SESSION);

    assertThat(pool.given).hasSize(1);
  }

  @Test
  void withoutLimitsStatementsTakeAsLongAsTheyLike() throws SQLException {
    Deadline.begin(Duration.ZERO, Duration.ofSeconds(-1));

    assertThat(sql.column("SELECT 'done' FROM pg_sleep(0.5)")).containsExactly("done");
  }

  @Test
  void theWaitForAConnectionInVainIsToldWithTheStateOfThePool() {
    PoolDoor.describePoolBy(() -> "{\"size\":1}");
    pool.exhausted = true;

    assertThatThrownBy(this::session)
        .cause()
        .isInstanceOf(PoolExhaustedException.class)
        .hasMessage("no connection became free in time");
  }

  @Test
  void aConnectionThatBreaksInUseIsCounted() throws SQLException {
    long before = PoolDoor.broken();
    Connection victim = guarded.getConnection();

    assertThatThrownBy(
            () -> victim.createStatement().execute("SELECT pg_terminate_backend(pg_backend_pid())"))
        .isInstanceOf(SQLException.class);

    assertThat(PoolDoor.broken()).isGreaterThan(before);
  }

  private void assertCancelled(String statement) {
    assertThatThrownBy(() -> sql.column(statement))
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo("57014");
  }

  private List<String> running() throws SQLException {
    return new Sql(database.dataSource())
        .column(
            "SELECT query FROM pg_stat_activity WHERE state = 'active' AND datname = ?"
                + " AND pid <> pg_backend_pid()",
            database.name());
  }

  private String session() {
    try {
      return sql.column(SESSION).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() {
    try {
      return guarded.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertClosed(Connection connection) {
    assertThat(isClosed(connection)).isTrue();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Remembers the connections that it gave. */
  private static final class CountingPool extends PGSimpleDataSource {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Connection> given = new ArrayList<>();
    private boolean exhausted;

    CountingPool(TestDatabase database) {
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
