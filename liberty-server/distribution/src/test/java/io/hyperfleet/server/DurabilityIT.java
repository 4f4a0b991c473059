package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whatever happens to the process. */
@Endurance
class DurabilityIT {

  private static final int WRITERS = 8;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;

  @TempDir Path data;

  @Test
  void killingTheServerDuringWritesLosesNoAcknowledgedCluster() throws Exception {
    Map<String, String> database = SharedServer.database(TestDatabase.fresh());
    PackagedServer killed = PackagedServer.run(data, database, "serve").awaitReady();
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    for (int i = 0; i < WRITERS; i++) {
      writers.execute(() -> writeUntilKilled(killed, acknowledged, enough));
    }

    boolean enoughInTime = enough.await(1, TimeUnit.MINUTES);
    killed.kill();
    writers.shutdown();

    assertThat(enoughInTime).as("acknowledged before the kill").isTrue();
    assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
    try (PackagedServer next = PackagedServer.run(data, database, "serve").awaitReady()) {
      List<String> lost = new ArrayList<>();
      for (String href : acknowledged) {
        if (Http.get(next.api(href)).status() != 200) {
          lost.add(href);
        }
      }
      assertThat(lost).isEmpty();
    }
  }

  private static void writeUntilKilled(
      PackagedServer server, Queue<String> acknowledged, CountDownLatch enough) {
    try {
      while (true) {
        String name = Names.next();
        Answer answer =
            Http.post(
                server.api("/api/hyperfleet/v1/clusters"),
                "{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":{}}");
        if (answer.status() == 201) {
          acknowledged.add(answer.json().at("/href").asText());
          enough.countDown();
        }
      }
    } catch (UncheckedIOException theServerIsGone) {
      // What was not answered was not acknowledged.
    }
  }
}
