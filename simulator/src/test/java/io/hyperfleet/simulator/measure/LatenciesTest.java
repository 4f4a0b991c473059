package io.hyperfleet.simulator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

  private static final long MICRO = 1000;

  private final Latencies latencies = new Latencies();

  @Test
  void nothingCountedIsZero() {
    assertThat(latencies.count()).isZero();
    assertThat(latencies.quantile(0.99)).isZero();
    assertThat(latencies.max()).isZero();
  }

  /** The model is the sorted list of all times. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aQuantileIsThatOfTheSortedTimesOrASixteenthMore(long seed) {
    Random random = new Random(seed);
    long[] micros =
        random.longs(1 + random.nextInt(2000), 0, 1L << (1 + random.nextInt(31))).toArray();
    Arrays.stream(micros).forEach(it -> latencies.add(it * MICRO));
    Arrays.sort(micros);

    for (double part : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
      long exact = micros[(int) Math.ceil(part * micros.length) - 1];
      assertThat(latencies.quantile(part).toNanos() / MICRO)
          .isBetween(exact, exact + exact / 16 + 1);
    }
    assertThat(latencies.max()).isEqualTo(Duration.ofNanos(micros[micros.length - 1] * MICRO));
    assertThat(latencies.count()).isEqualTo(micros.length);
  }

  @Test
  void noQuantileIsLongerThanTheLongest() {
    latencies.add(1_000_001 * MICRO);

    assertThat(latencies.quantile(0.5)).isEqualTo(latencies.max());
  }

  @Test
  void whatTakesDaysIsCountedAsMoreThanAnHour() {
    latencies.add(Duration.ofDays(3).toNanos());

    assertThat(latencies.max()).isGreaterThan(Duration.ofHours(1));
    assertThat(latencies.count()).isEqualTo(1);
  }
}
