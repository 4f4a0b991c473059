package io.hyperfleet.persistence.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectFailureTest {

  @ParameterizedTest
  @CsvSource({
    "28P01, the database refuses the password (why); set database.password",
    "28000, the database refuses the login (why); create the role",
    "3D000, the database is not there (why); create it",
    "42501, the role may not use the database (why); GRANT CONNECT",
    "53100, the disk of the database is full (why); make room there",
  })
  void eachFaultThatStaysHasItsOwnCauseAndCure(String state, String line) {
    SQLException wrapped = new SQLException("pool", new SQLException(" wh\n", "x", cause(state)));

    assertThat(ConnectFailure.permanent(wrapped)).get().asString().startsWith(line);
    assertThat(ConnectFailure.message(wrapped)).isEqualTo("why");
  }

  @ParameterizedTest
  @CsvSource({"08001", "08006", "57P03", "53300", "08004", "''", ","})
  void whateverMayPassIsTriedAgain(String state) {
    assertThat(ConnectFailure.permanent(cause(state))).isEmpty();
  }

  @Test
  void aPasswordThatTheDriverMissesIsNoFaultThatPasses() {
    SQLException failure =
        new SQLException("SCRAM-based authentication, but no password was provided.", "08004");

    assertThat(ConnectFailure.permanent(failure)).get().asString().contains("database.password");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 retries", "1, 1 retry", "2, 2 retries"})
  void retriesAreCountedAsTheyAreConfigured(int retries, String words) {
    assertThat(ConnectFailure.gaveUp(cause("08001"), retries))
        .startsWith("the database does not answer, after " + words + ": why; check database.host");
  }

  private static SQLException cause(String state) {
    return new SQLException("why", state);
  }
}
