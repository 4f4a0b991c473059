package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

  private final Histogram histogram = new Histogram();

  @Test
  void nothingRecordedIsZero() {
    assertThat(histogram.percentile(0.5)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 127, 128, 129, 255, 256, 1_000_000, Long.MAX_VALUE / 1000})
  void aValueIsFoundAgainToLessThanTwoPerCent(long micros) {
    histogram.record(micros);

    assertThat(histogram.percentile(1)).isBetween(micros, micros + micros / 50);
  }

  /** The model is the sorted list of all values. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void percentilesAreThoseOfTheSortedValues(long seed) {
    Random random = new Random(seed);
    long[] values =
        random.longs(1 + random.nextInt(2000), 0, 1L << (1 + random.nextInt(30))).toArray();
    Arrays.stream(values).forEach(histogram::record);
    Arrays.sort(values);

    for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
      long exact = values[(int) Math.ceil(share * values.length) - 1];
      assertThat(histogram.percentile(share)).isCloseTo(exact, withPercentage(2));
    }
  }

  @Test
  void addingIsRecordingAll() {
    Histogram other = new Histogram();
    histogram.record(10);
    other.record(20, 3);

    histogram.add(other);

    assertThat(histogram.total()).isEqualTo(4);
    assertThat(histogram.percentile(0.25)).isEqualTo(10);
    assertThat(histogram.percentile(0.26)).isEqualTo(20);
  }
}
