package io.hyperfleet.simulator;

import io.hyperfleet.simulator.fleet.FleetCounts;
import io.hyperfleet.simulator.http.Pauses;
import io.hyperfleet.simulator.play.Stage;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how it goes: on a terminal one line that is written over every second, elsewhere a line
 * every five.
 */
final class ProgressLine implements Runnable {

  private static final int WIDTH = 100;

  private final Stage stage;
  private final PrintStream target;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private volatile String phase = "create";
  private long shownRequests;
  private long shownAt = started;

  ProgressLine(Stage stage, PrintStream target, boolean terminal) {
    this.stage = stage;
    this.target = target;
    this.terminal = terminal;
  }

  /** What is done from now on. */
  void phase(String word) {
    phase = word;
  }

  /** Ends when its thread is interrupted. */
  @Override
  public void run() {
    Duration interval = Duration.ofSeconds(terminal ? 1 : 5);
    try {
      while (!Pauses.REAL.pause(interval)) {
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once more, on a line that stays. */
  synchronized void end() {
    show();
    if (terminal) {
      target.println();
    }
  }

  private synchronized void show() {
    String line = line();
    if (terminal) {
      target.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
      target.flush();
    } else {
      target.println(line);
    }
  }

  private String line() {
    long now = System.nanoTime();
    long requests = stage.measures().requests();
    double seconds = Math.max(1, now - shownAt) / 1e9;
    long rate = Math.round((requests - shownRequests) / seconds);
    shownRequests = requests;
    shownAt = now;
    FleetCounts counts = stage.fleet().counts();
    return "%4d s  %-8s created %d  reconciled %d of %d  deleting %d  gone %d  %d requests/s  errors %d"
        .formatted(
            (now - started) / 1_000_000_000,
            phase,
            counts.created(),
            counts.reconciled(),
            counts.live(),
            counts.deleting(),
            counts.gone(),
            rate,
            stage.complaints().count());
  }
}
