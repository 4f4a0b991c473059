package io.hyperfleet.persistence.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import jakarta.persistence.PersistenceException;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailuresTest {

  @Nested
  class Unavailable {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "08000", "08001", "08003", "08006", "28P01", "3D000", "53300", "57P01", "57P02", "57P03",
          "57P04"
        })
    void whenTheServerIsAway(String state) {
      assertUnavailable(failure(state));
    }

    @Test
    void whenTheNetworkFailsWithoutState() {
      assertUnavailable(new PersistenceException(new SQLException(new ConnectException("no"))));
    }

    @Test
    void whenOnlyTheInnermostFailureSaysSo() {
      SQLException outer =
          new SQLException("no connection", "58000", new SQLException("", "08001"));

      assertUnavailable(new PersistenceException(outer));
    }

    @Test
    void andOperatorsAreToldWhatTheDriverSaidInOneLine() {
      SQLException refused = new SQLException("Connection to \"db\" refused\nhint", "08001");

      assertThat(DatabaseFailures.translate(new PersistenceException(refused)).getCause())
          .hasMessage(
              "Database connection failed error_type=SQLException"
                  + " error_message=\"Connection to 'db' refused\"");
    }

    private static void assertUnavailable(RuntimeException failure) {
      assertThat(DatabaseFailures.translate(failure))
          .hasMessage("Database connection unavailable")
          .cause()
          .hasMessageStartingWith("Database connection failed error_type=")
          .hasCause(failure);
      assertThat(DatabaseFailures.translate(failure))
          .asInstanceOf(type(FleetException.class))
          .extracting(FleetException::code)
          .isEqualTo(ErrorCode.UNAVAILABLE);
    }
  }

  @Nested
  class Busy {

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "40P01", "40001"})
    void whenTheStatementGotNoTime(String state) {
      assertBusy(failure(state), "Database deadline exceeded error_type=SQLException");
    }

    @Test
    void whenThePoolHasNoConnectionToSpare() {
      SQLException waited = new SQLTransientConnectionException("timed out", "08001");
      SQLException exhausted = new PoolExhaustedException("{\"size\":5}", waited);

      assertBusy(
          new PersistenceException(exhausted),
          "Connection pool exhausted error_type=PoolExhaustedException pool_status={\"size\":5}");
    }

    private static void assertBusy(RuntimeException failure, String event) {
      RuntimeException translated = DatabaseFailures.translate(failure);

      assertThat(translated).cause().hasMessageStartingWith(event).hasCause(failure);
      assertThat(translated)
          .asInstanceOf(type(FleetException.class))
          .returns(ErrorCode.INTERNAL, FleetException::code)
          .returns(ErrorCategory.BUSY, FleetException::category);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"23001", "23503", "23505", "23P01"})
  void whatOtherRowsForbidIsAConflict(String state) {
    assertThat(DatabaseFailures.translate(failure(state)))
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.CONFLICT);
  }

  @Nested
  class AsItIs {

    @ParameterizedTest
    @ValueSource(strings = {"23502", "23514", "42501", "42703", "53100"})
    void aFailureOfTheStatement(String state) {
      assertUnchanged(failure(state));
    }

    @Test
    void aFailureThatSaysNothing() {
      assertUnchanged(new PersistenceException(new SQLException("no state")));
      assertUnchanged(new IllegalStateException("no database involved"));
    }

    @Test
    void whatIsAlreadyInTheTermsOfTheFleet() {
      assertUnchanged(FleetException.databaseUnavailable(failure("08001")));
    }

    private static void assertUnchanged(RuntimeException failure) {
      assertThat(DatabaseFailures.translate(failure)).isSameAs(failure);
    }
  }

  @Test
  void aUniqueViolationIsFoundBelowWhatWrapsIt() {
    SQLException refused = new SQLException("refused", "23505");

    assertThat(DatabaseFailures.isUniqueViolation(new PersistenceException(refused))).isTrue();
    assertThat(
            DatabaseFailures.isUniqueViolation(
                new PersistenceException(new BatchUpdateException(null, refused))))
        .isTrue();
    assertThat(DatabaseFailures.isUniqueViolation(failure("23503"))).isFalse();
  }

  private static RuntimeException failure(String state) {
    return new PersistenceException(new RuntimeException(new SQLException("refused", state)));
  }
}
