package io.hyperfleet.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** On a clock that pauses move. */
class CadenceTest {

  private final AtomicLong nanos = new AtomicLong(5);
  private final AtomicLong paused = new AtomicLong();

  @Test
  void tenASecondTakeASecond() throws InterruptedException {
    Cadence cadence = cadence(10);

    for (int i = 0; i < 11; i++) {
      cadence.await();
    }

    assertThat(paused.get()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void timeThatNobodyUsedIsNotMadeUpFor() throws InterruptedException {
    Cadence cadence = cadence(10);
    cadence.await();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    cadence.await();
    cadence.await();

    assertThat(paused.get()).isEqualTo(Duration.ofMillis(100).toNanos());
  }

  @Test
  void zeroIsNoLimit() throws InterruptedException {
    Cadence cadence = cadence(0);

    cadence.await();
    cadence.await();

    assertThat(paused.get()).isZero();
  }

  private Cadence cadence(int perSecond) {
    return new Cadence(
        perSecond,
        nanos::get,
        time -> {
          paused.addAndGet(time.toNanos());
          nanos.addAndGet(time.toNanos());
          return false;
        });
  }
}
