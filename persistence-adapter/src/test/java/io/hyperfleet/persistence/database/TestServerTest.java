package io.hyperfleet.persistence.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

class TestServerTest {

  @Test
  void aUrlThatLeadsNowhereIsAFailureThatKeepsThePassword() {
    Map<String, String> environment =
        Map.of("TEST_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2");

    assertThatThrownBy(() -> TestServer.start(environment))
        .hasMessage(
            "no test database: the server of TEST_DATABASE_URL at 127.0.0.1:1 cannot be reached")
        .extracting(Throwables::getStackTrace, STRING)
        .contains("refused")
        .doesNotContain("hunter2");
  }
}
