package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever is searched for, it is answered or refused, and nobody sees beyond his collection. */
@ResourceLock(SharedServer.TURN)
class OddSearchesIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int CLIENTS = 4;

  @Test
  void areAnsweredOrRefused() throws InterruptedException, ExecutionException {
    search(500);
  }

  @Test
  @Endurance
  void areAnsweredOrRefusedAHundredThousandTimes() throws InterruptedException, ExecutionException {
    search(25_000);
  }

  private static void search(int each) throws InterruptedException, ExecutionException {
    String owner = owner();
    owner();
    List<Callable<Integer>> clients =
        LongStream.rangeClosed(1, CLIENTS)
            .<Callable<Integer>>mapToObj(seed -> () -> search(owner, seed, each))
            .toList();

    assertThat(Together.all(clients)).allMatch(answered -> answered > each / 10);
  }

  private static String owner() {
    String cluster = Clusters.create(SHARED.server()).json().at("/href").asText();
    Http.post(
        SHARED.server().api(cluster + "/nodepools"),
        "{\"kind\":\"NodePool\",\"name\":\"n-1\",\"labels\":{\"a\":\"b\"},\"spec\":{\"n\":7}}");
    return cluster;
  }

  /** How many of them were answered. */
  private static int search(String owner, long seed, int count) {
    OddSearches searches = new OddSearches(seed);
    int answered = 0;
    for (int i = 0; i < count; i++) {
      String search = searches.next();
      Answer answer = list(owner + "/nodepools", search);
      assertThat(answer.status()).as("%s: %s", search, answer.body()).isIn(200, 400);
      if (answer.status() == 200) {
        answered++;
        assertThat(answer.json().at("/items")).as(search).allMatch(item -> isBelow(owner, item));
      } else {
        assertThat(answer.json().at("/detail").asText()).as(search).isNotBlank();
      }
    }
    return answered;
  }

  private static boolean isBelow(String owner, JsonNode item) {
    return item.at("/kind").asText().equals("NodePool")
        && item.at("/owner_references/href").asText().equals(owner);
  }

  private static Answer list(String path, String search) {
    return Http.getOneOfMany(
        SHARED
            .server()
            .api(
                path
                    + "?fields=kind,owner_references&search="
                    + URLEncoder.encode(search, StandardCharsets.UTF_8)));
  }
}
