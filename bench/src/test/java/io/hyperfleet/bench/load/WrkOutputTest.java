package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.bench.started.BenchException;
import org.junit.jupiter.api.Test;

class WrkOutputTest {

  @Test
  void figuresOfTheScriptAreFoundAmongThoseOfWrk() {
    Sample sample =
        WrkOutput.read(
            """
            Running 1s test @ http://localhost:1
              10 requests in 1.00s, 1.00KB read
            bench-errors 2
            bench-requests 10
            bench-micros 2000000
            bench-latency 100
            bench-latency 110
            bench-latency 120
            """);

    assertThat(sample.requests()).isEqualTo(10);
    assertThat(sample.errors()).isEqualTo(2);
    assertThat(sample.rate()).isEqualTo(5);
    assertThat(sample.latencies().total()).isEqualTo(10);
    assertThat(sample.latencies().percentile(0.5)).isEqualTo(110);
  }

  @Test
  void outputWithoutFiguresIsShown() {
    assertThatThrownBy(() -> WrkOutput.read("unable to connect"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("unable to connect");
  }
}
