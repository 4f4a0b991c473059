package io.hyperfleet.hostile;

import io.hyperfleet.hostile.attack.Attack;
import io.hyperfleet.hostile.attack.Attacks;
import io.hyperfleet.hostile.attack.Finding;
import io.hyperfleet.hostile.shape.Choice;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** All attacks at once on one server, for a while, and a look at what is left of it. */
final class Siege {

  private static final long PAUSE_NANOS = 100_000_000;

  /** Pools, caches and threads that came to life; a leak of 1 KB a request is more in no time. */
  private static final long HEAP_GROWTH = 48L << 20;

  /** Figures that appear with the first connection and the like. */
  private static final long SERIES_GROWTH = 40;

  private final Options options;
  private final AttackedServer server;
  private final FindingBook findings;
  private final PrintStream out;
  private final Map<String, Long> rounds = new ConcurrentHashMap<>();
  private volatile boolean over;

  Siege(Options options, AttackedServer server, FindingBook findings, PrintStream out) {
    this.options = options;
    this.server = server;
    this.findings = findings;
    this.out = out;
  }

  void run() {
    long heap = server.heapBytes();
    long series = server.series();
    List<Thread> attackers =
        Attacks.ALL.stream().map(it -> new Thread(() -> attack(it), it.name())).toList();
    attackers.forEach(Thread::start);
    watch();
    over = true;
    attackers.forEach(Siege::join);
    out.println("Rounds: " + new TreeMap<>(rounds));
    if (server.isAlive()) {
      compare("heap in bytes", heap, server.heapBytes(), HEAP_GROWTH);
      compare("series of /metrics", series, server.series(), SERIES_GROWTH);
    }
  }

  private void watch() {
    long end = System.nanoTime() + options.time().toNanos();
    while (System.nanoTime() < end && !(options.stopsAtFirst() && findings.kinds() > 0)) {
      if (!server.isAlive()) {
        findings.add("process", 0, "the server ended", "");
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void attack(Attack attack) {
    for (long round = 0; !over; round++) {
      rounds.put(attack.name(), round);
      try {
        attack.strike(Choice.seeded(seed(attack.name(), round)), server.ports());
      } catch (Finding e) {
        findings.add(attack.name(), round, e.getMessage(), e.sent());
      } catch (UncheckedIOException e) {
        if (!over && server.isAlive()) {
          findings.add(attack.name(), round, "no answer: " + e.getCause(), "");
        }
      } catch (RuntimeException e) {
        findings.add(attack.name(), round, "an answer that is none: " + e, "");
      }
    }
  }

  /** Each round has its own, so that one can be repeated without those before it. */
  private long seed(String attack, long round) {
    return options.seed() * 1_000_003 + attack.hashCode() * 31L + round * 0x9E3779B97F4A7C15L;
  }

  private void compare(String what, long before, long after, long allowed) {
    out.printf("%s: %d before, %d after%n", what, before, after);
    if (after - before > allowed) {
      findings.add("afterwards", 0, "%s grew from %d to %d".formatted(what, before, after), "");
    }
  }

  private static void join(Thread attacker) {
    try {
      attacker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
