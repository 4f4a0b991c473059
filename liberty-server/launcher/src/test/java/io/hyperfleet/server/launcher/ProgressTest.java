package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void whatGoesOnIsTold() throws InterruptedException {
    Progress progress = Progress.of("start", lines::add, Duration.ofMillis(1));
    try {
      assertThat(lines.poll(60, TimeUnit.SECONDS)).isEqualTo("Still at it: start seconds=0");
    } finally {
      progress.close();
    }
  }

  @Test
  void whatIsSoonDoneIsNot() {
    Progress.of("start", lines::add, Duration.ofDays(1)).close();

    assertThat(lines).isEmpty();
  }
}
