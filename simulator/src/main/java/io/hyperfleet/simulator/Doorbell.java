package io.hyperfleet.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfleet.simulator.http.Call;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.http.Reply;
import java.net.URI;
import java.net.URLEncoder;

/** The one request that a Sentinel sends as it starts, and what its answer tells. */
final class Doorbell {

  private static final String SEARCH =
      "/clusters?search="
          + URLEncoder.encode("labels.non_existing_label='value'", UTF_8)
          + "&size=1";

  private Doorbell() {}

  /** Whether lists can be narrowed to labels. Ends everything if nobody is at home. */
  static boolean takesSelectors(URI url, FleetClient client) throws InterruptedException {
    Reply reply =
        client.send(Call.of(ClientRole.VISITOR, "GET", "/clusters?search=…", SEARCH, 200, 400));
    if (reply.isNone()) {
      throw SimulatorException.failure(
          "nothing answers at %s (%s); start it with: hyperfleet-api serve"
              .formatted(url, reply.body()));
    }
    if (reply.status() != 200 && reply.status() != 400) {
      throw SimulatorException.failure(
          "%s does not answer as the API does: %s".formatted(url, reply.summary()));
    }
    return reply.status() == 200;
  }
}
