package io.hyperfleet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectionBudgetTest {

  @Test
  @DisplayName("OPS-128: the defaults of the service and of PostgreSQL leave no room for an update")
  void oneReplicaThatMayTakeMoreThanHalfIsWarnedOf() {
    assertThat(ConnectionBudget.warning(50, 100, 3))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("52 of the 97 connections", "database.pool.max_connections"));
  }

  @Test
  void halfIsEnough() {
    assertThat(ConnectionBudget.warning(46, 99, 3)).isEmpty();
    assertThat(ConnectionBudget.warning(47, 99, 3)).isPresent();
  }
}
