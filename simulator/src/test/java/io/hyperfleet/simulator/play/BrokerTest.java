package io.hyperfleet.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokerTest {

  private static final Event EVENT = new Event(FleetKind.CLUSTER, "a", "/clusters/a");

  @Test
  void othersFillUpTheNumberOfAdapters() {
    try (Broker broker = broker(1, new Measures())) {
      broker.staff(Set.of("validation", "dns"), 4);
      broker.staff(Set.of("validation", "dns"), 4);

      assertThat(broker.adapters())
          .containsExactlyInAnyOrder("validation", "dns", "simulated-1", "simulated-2");
    }
  }

  @Test
  void allThatAreRequiredWorkHoweverFewAreWanted() {
    try (Broker broker = broker(1, new Measures())) {
      broker.staff(Set.of("validation", "dns"), 1);

      assertThat(broker.adapters()).containsExactlyInAnyOrder("validation", "dns");
    }
  }

  @Test
  void theSeedDecidesWhichEventsComeTwiceOrLate() {
    assertThat(played(7)).isEqualTo(played(7)).isNotEqualTo(played(8));
  }

  @Test
  void someEventsComeTwiceAndSomeLate() {
    assertThat(played(7)).matches("1000 published, of these [1-9]\\d* twice and [1-9]\\d* late.*");
  }

  private static String played(long seed) {
    Measures measures = new Measures();
    try (Broker broker = broker(seed, measures)) {
      for (int i = 0; i < 1000; i++) {
        broker.publish(EVENT);
      }
    }
    return measures.events();
  }

  private static Broker broker(long seed, Measures measures) {
    Complaints complaints = new Complaints();
    return new Broker(
        1000,
        new Random(seed),
        name -> new Inbox(name, event -> {}, 1000, measures, complaints),
        measures);
  }
}
