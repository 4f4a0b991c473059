package io.hyperfleet.persistence.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03"})
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

    private static void assertUnavailable(RuntimeException failure) {
      assertThat(DatabaseFailures.translate(failure))
          .hasMessage("Database connection unavailable")
          .hasCause(failure)
          .asInstanceOf(type(FleetException.class))
          .extracting(FleetException::code)
          .isEqualTo(ErrorCode.UNAVAILABLE);
    }
  }

  @Nested
  class AsItIs {

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42501", "53300", "57014", "57P04"})
    void aFailureOfTheStatement(String state) {
      assertUnchanged(failure(state));
    }

    @Test
    void aFailureThatSaysNothing() {
      assertUnchanged(new PersistenceException(new SQLException("no state")));
      assertUnchanged(new IllegalStateException("no database involved"));
    }

    @Test
    void anExhaustedPoolAlthoughItClaimsAConnectionFailure() {
      assertUnchanged(
          new PersistenceException(new SQLTransientConnectionException("timed out", "08001")));
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
