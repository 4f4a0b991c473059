package io.hyperfleet.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With an adapter whose threads stand still until they may go on. */
@Timeout(20)
class InboxTest {

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final Measures measures = new Measures();
  private final Complaints complaints = new Complaints();
  private final Inbox inbox = new Inbox("dns", this::handle, 2, measures, complaints);

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void anEventOfAResourceThatWaitsIsNoNews() throws InterruptedException {
    keepBothThreadsBusy();
    inbox.take(event("c"));
    inbox.take(event("c"));
    goOn.countDown();
    inbox.takeAgain(event("end"));

    assertThat(List.of(begun.take(), begun.take())).containsExactlyInAnyOrder("c", "end");
    assertThat(dropped()).isEqualTo("1");
  }

  @Test
  void anEventOfAResourceThatIsBeingHandledIsNews() throws InterruptedException {
    keepBothThreadsBusy();
    inbox.take(event("a"));
    goOn.countDown();

    assertThat(begun.take()).isEqualTo("a");
    assertThat(dropped()).isEqualTo("0");
  }

  @Test
  void whatComesTwiceByIntentionIsHandledTwice() throws InterruptedException {
    keepBothThreadsBusy();
    inbox.take(event("c"));
    inbox.takeAgain(event("c"));
    goOn.countDown();

    assertThat(List.of(begun.take(), begun.take())).containsExactly("c", "c");
  }

  @Test
  void whatHasNoRoomIsDroppedAndMayComeAgain() throws InterruptedException {
    keepBothThreadsBusy();
    inbox.takeAgain(event("c"));
    inbox.takeAgain(event("c"));
    inbox.take(event("d"));
    assertThat(dropped()).isEqualTo("1");
    goOn.countDown();
    begun.take();
    begun.take();

    inbox.take(event("d"));

    assertThat(begun.take()).isEqualTo("d");
  }

  @Test
  void aFaultOfAnAdapterIsAComplaintAndItGoesOn() throws InterruptedException {
    inbox.take(event("fault"));
    begun.take();

    keepBothThreadsBusy();

    assertThat(complaints.first()).singleElement().asString().contains("fault");
  }

  private void keepBothThreadsBusy() throws InterruptedException {
    inbox.take(event("a"));
    inbox.take(event("b"));
    begun.take();
    begun.take();
  }

  private void handle(Event event) throws InterruptedException {
    begun.add(event.id());
    if (event.id().equals("fault")) {
      throw new IllegalStateException("fault");
    }
    goOn.await();
  }

  private String dropped() {
    return measures.events().replaceAll(".*; (\\d+) not delivered.*", "$1");
  }

  private static Event event(String id) {
    return new Event(FleetKind.CLUSTER, id, "/clusters/" + id);
  }
}
