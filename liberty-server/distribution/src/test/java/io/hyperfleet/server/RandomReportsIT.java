package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anything follows anything, and each answer is the one of a model that knows the rules only. */
class RandomReportsIT {

  private static final int OPERATIONS = 100;

  @TempDir private static Path data;

  private static PackagedServer server;

  private final Map<String, Integer> counts = new TreeMap<>();
  private int gone;
  private int goneWithTheirChild;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    Path registry = Files.writeString(data.resolve("registry.yaml"), ModelKind.registry());
    environment.put("HYPERFLEET_CONFIG", registry.toString());
    server = PackagedServer.run(data, environment, "serve").awaitReady();
    Http.publishedBy(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everythingGoesAsTheModelSays() {
    playAll(1, 15);

    assertEverythingHappened();
  }

  @Endurance
  @Test
  void everythingGoesAsTheModelSaysTenThousandTimes() {
    playAll(1_000, 100);

    assertEverythingHappened();
  }

  private void playAll(long firstSeed, int histories) {
    for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
      List<Long> operations = new Random(seed).longs(OPERATIONS).boxed().toList();
      FleetHistory history = new FleetHistory(server);
      if (history.play(operations).isPresent()) {
        fail("seed " + seed + "\n" + shortest(operations.subList(0, history.length())));
      }
      history.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
      gone += history.removals().get(0);
      goneWithTheirChild += history.removals().get(1);
    }
  }

  /** Leaves out whatever the difference does not need. */
  private static String shortest(List<Long> operations) {
    List<Long> needed = new ArrayList<>(operations);
    for (int i = needed.size() - 1; i >= 0; i--) {
      List<Long> fewer = new ArrayList<>(needed);
      fewer.remove(i);
      if (new FleetHistory(server).play(fewer).isPresent()) {
        needed = fewer;
      }
    }
    return new FleetHistory(server).play(needed).orElse("it does not happen again");
  }

  private void assertEverythingHappened() {
    assertThat(counts)
        .containsKeys("create 201", "create 404", "create 409")
        .containsKeys("patch 200", "patch 404", "patch 409")
        .containsKeys("delete 202", "delete 404", "delete 409")
        .containsKeys("force 204", "force 409")
        .containsKeys("report 201", "report 204", "report 400", "report 404");
    assertThat(gone).isGreaterThan(20);
    assertThat(goneWithTheirChild).as("of %d", gone).isGreaterThan(5);
  }
}
