package io.hyperfleet.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to be due, and when, by a connection on whose time nobody else looks. */
class UnitConnectionIT {

  private static final Duration REQUEST = Duration.ofHours(1);
  private static final Duration STATEMENT = Duration.ofMinutes(1);

  private Connection pooled;
  private UnitConnection unit;
  private Connection shared;

  @BeforeEach
  void connect() throws SQLException {
    pooled = TestDatabase.fresh().dataSource().getConnection();
    unit =
        new UnitConnection(
            pooled, new TimeLimit(RequestContextFixture.within(REQUEST).deadline(), STATEMENT));
    shared = unit.shared();
  }

  @AfterEach
  void close() throws SQLException {
    pooled.close();
  }

  @Test
  void nothingIsDueBeforeItsTime() throws SQLException {
    shared.createStatement();

    assertThat(dueIn(Duration.ofSeconds(59))).isEmpty();
  }

  @Test
  void aStatementIsDueAgainAndAgainUntilItIsClosed() throws SQLException {
    Statement statement = shared.createStatement();
    dueIn(STATEMENT).orElseThrow().run();
    dueIn(STATEMENT).orElseThrow().run();
    statement.close();
    dueIn(STATEMENT).orElseThrow().run();

    assertThat(dueIn(STATEMENT)).isEmpty();
  }

  @Test
  void aStatementIsNotEndedTwiceAtATime() throws SQLException {
    shared.createStatement();
    Runnable first = dueIn(STATEMENT).orElseThrow();

    assertThat(dueIn(STATEMENT)).isEmpty();
    first.run();
    assertThat(dueIn(STATEMENT)).isPresent();
  }

  @Test
  void onlyTheLatestStatementIsWatched() throws SQLException {
    shared.createStatement();
    Statement latest = shared.prepareStatement("SELECT 1");
    latest.close();
    dueIn(STATEMENT).orElseThrow().run();

    assertThat(dueIn(STATEMENT)).isEmpty();
  }

  @Test
  void theConnectionIsGivenUpAWhileAfterTheRequest() throws SQLException {
    assertThat(dueIn(REQUEST)).isEmpty();

    dueIn(REQUEST.plusSeconds(2)).orElseThrow().run();

    assertThat(pooled.isClosed()).isTrue();
    assertThat(dueIn(REQUEST.plusSeconds(2))).isEmpty();
  }

  @Test
  void closingItDoesNothing() throws SQLException {
    shared.close();
    shared.close();

    assertThat(pooled.isClosed()).isFalse();
    assertThatThrownBy(() -> shared.createStatement().execute("SELECT nothing"))
        .isInstanceOf(SQLException.class);
  }

  private Optional<Runnable> dueIn(Duration time) {
    return unit.whatIsDue(System.nanoTime() + time.toNanos());
  }
}
