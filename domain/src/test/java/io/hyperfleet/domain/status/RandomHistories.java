package io.hyperfleet.domain.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories in which anything follows anything. The same seed makes the same history. */
public final class RandomHistories {

  private static final Instant CREATED = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final List<AdapterName> REQUIRED =
      ReportFixture.adapters("b-dns", "validation", "hypershift");
  private static final AdapterName FOREIGN = new AdapterName("foreign");
  private static final Duration MOST_PAST = Duration.ofMinutes(30);
  private static final Duration MOST_FUTURE = Duration.ofMinutes(5);

  private final Random random;
  private final List<AdapterName> required;
  private final List<ResourceEvent> events = new ArrayList<>();
  private Instant now = CREATED;
  private int generation = 1;
  private boolean marked;

  private RandomHistories(List<AdapterName> required, Random random) {
    this.required = required;
    this.random = random;
  }

  /** One of so many events; consecutive seeds take turns with none to three required adapters. */
  public static ResourceHistory history(long seed, int length) {
    int adapters = (int) Math.floorMod(seed, REQUIRED.size() + 1L);
    return history(REQUIRED.subList(0, adapters), seed, length);
  }

  /** The same of a kind with these required adapters. */
  public static ResourceHistory history(List<AdapterName> required, long seed, int length) {
    RandomHistories histories = new RandomHistories(required, new Random(seed));
    for (int i = 0; i < length; i++) {
      histories.add();
    }
    return new ResourceHistory(required, CREATED, histories.events);
  }

  private void add() {
    now = now.plus(random.nextInt(4) == 0 ? Duration.ZERO : step());
    int what = random.nextInt(100);
    if (what < 10) {
      generation += marked ? 0 : 1;
      events.add(new ResourceEvent.Patched(now));
    } else if (what < 13) {
      generation += marked ? 0 : 1;
      marked = true;
      events.add(new ResourceEvent.Deleted(now));
    } else if (what < 17) {
      events.add(new ResourceEvent.ChildrenChanged(now, random.nextBoolean()));
    } else {
      events.add(new ResourceEvent.Reported(now, report()));
    }
  }

  private Duration step() {
    return random.nextBoolean()
        ? Duration.ofSeconds(random.nextInt(600))
        : Duration.ofNanos(1000L * random.nextInt(3));
  }

  private AdapterReport report() {
    AdapterName adapter = adapter();
    int observed = observedGeneration();
    ConditionStatus available = any(6);
    if (random.nextInt(marked ? 2 : 8) > 0) {
      return ReportFixture.report(adapter, observed, available, observedTime());
    }
    return ReportFixture.report(adapter, observed, available, any(12), observedTime());
  }

  private AdapterName adapter() {
    if (required.isEmpty() || random.nextInt(12) == 0) {
      return FOREIGN;
    }
    return required.get(random.nextInt(required.size()));
  }

  /** Mostly the current one, sometimes one before, and now and then one that does not exist yet. */
  private int observedGeneration() {
    int off = random.nextInt(10);
    if (off == 0) {
      return generation + 1;
    }
    return off < 7 ? generation : Math.max(1, generation - random.nextInt(3));
  }

  private ConditionStatus any(int weightOfTrue) {
    int drawn = random.nextInt(weightOfTrue + 3);
    if (drawn == 0) {
      return ConditionStatus.UNKNOWN;
    }
    return drawn < 3 ? ConditionStatus.FALSE : ConditionStatus.TRUE;
  }

  /** Now, the time of some earlier event, or anything that is allowed. */
  private Instant observedTime() {
    int how = random.nextInt(4);
    if (how == 0 && !events.isEmpty()) {
      Instant earlier = events.get(Math.max(0, events.size() - 1 - random.nextInt(3))).time();
      return earlier.isBefore(now.minus(MOST_PAST)) ? now : earlier;
    }
    if (how == 1) {
      long window = MOST_PAST.plus(MOST_FUTURE).toSeconds();
      return now.minus(MOST_PAST).plusSeconds((long) (random.nextDouble() * window));
    }
    return now;
  }
}
