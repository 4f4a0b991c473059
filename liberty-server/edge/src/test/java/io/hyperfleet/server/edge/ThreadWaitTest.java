package io.hyperfleet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ThreadWaitTest {

  private final Deque<Runnable> queue = new ArrayDeque<>();
  private long now = 1_000;
  private final ThreadWait wait = new ThreadWait(queue::add, () -> now);

  @Test
  void whoeverGetsAThreadWaitedAtLeastAsLongAsTheTaskThatStillWaits() {
    wait.look();
    now += 70;

    assertThat(wait.nanosWaited()).isEqualTo(70);
  }

  @Test
  void afterATaskWasServedItsWaitIsTheLatestThatIsKnown() {
    wait.look();
    now += 70;
    queue.remove().run();
    now += 500;

    assertThat(wait.nanosWaited()).isEqualTo(70);

    wait.look();
    now += 5;
    queue.remove().run();
    assertThat(wait.nanosWaited()).isEqualTo(5);
  }

  @Test
  void oneTaskWaitsAtATime() {
    wait.look();
    wait.look();

    assertThat(queue).hasSize(1);
  }

  @Test
  void aServerThatStopsTakesNoTask() {
    ThreadWait stopping =
        new ThreadWait(
            task -> {
              throw new RejectedExecutionException("stopping");
            },
            () -> now);
    stopping.look();
    now += 70;

    assertThat(stopping.nanosWaited()).isZero();
  }
}
