package io.hyperfleet.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "        at io.hyperfleet.rest.Foo.bar(Foo.java:3)",
        "\tat java.lang.Thread.run(Thread.java:1)",
        "java.lang.OutOfMemoryError: Java heap space",
        "Caused by: java.sql.SQLException: no",
        "10:20:30 WARN  Something is odd",
        "10:20:30 ERROR Request failed request_id=a",
        "[WARNING ] SRVE8056W: something",
        "[ERROR   ] CWWKZ0004E: An exception"
      })
  void trouble(String line) {
    assertThat(ConsoleLines.fault(line)).contains(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:20:30 INFO  HTTP request completed method=GET path=/ERROR status_code=404",
        "10:20:30 WARN  The service has no memory left for this request, please try again later",
        "HyperFleet API 0.1.0 is ready (3.2 s)"
      })
  void noTrouble(String line) {
    assertThat(ConsoleLines.fault(line)).isEmpty();
  }
}
