package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.shape.OddQueries;
import io.hyperfleet.hostile.wire.RawHttp;

/** Lists with whatever a query may hold, the heaviest pages among them. */
final class Lists implements Attack {

  @Override
  public String name() {
    return "lists";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String collection = choice.one("clusters", "nodepools", "resources", "clusters/x/nodepools");
    String query = choice.below(4) == 0 ? "size=100" : OddQueries.next(choice);
    try (RawHttp connection = RawHttp.to(ports.api())) {
      Judge.oneAnswer(
          connection.send(FuzzedRequests.get("/api/hyperfleet/v1/" + collection + '?' + query)));
    }
  }
}
