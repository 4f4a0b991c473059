package io.hyperfleet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.rest.request.ServiceState.Admission;
import io.hyperfleet.rest.request.UnderWay;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final Lifecycle service = new Lifecycle(MemoryBudget.ofHeap(1 << 30), 2);

  private static UnderWay list() {
    return new UnderWay("GET", "/api/hyperfleet/v1/clusters");
  }

  @Test
  void whoeverIsMoreThanThereAreThreadsForIsSentAwayAtOnce() {
    service.started();
    UnderWay first = list();
    service.enter(first);
    service.enter(list());

    UnderWay tooMany = list();
    assertThat(service.enter(tooMany)).isEqualTo(Admission.BUSY);
    service.leave(tooMany);
    service.leave(first);
    assertThat(service.enter(list())).isEqualTo(Admission.HANDLED);
  }

  @Test
  void requestsUnderWayAreToldByTemplate() {
    service.enter(list());
    service.enter(list());
    service.enter(new UnderWay("DELETE", "/x"));

    assertThat(service.getRequestsInFlight()).isEqualTo(3);
    assertThat(service.getRequestsUnderWay())
        .isEqualTo("DELETE others=1, GET /api/hyperfleet/v1/clusters=2");
  }
}
