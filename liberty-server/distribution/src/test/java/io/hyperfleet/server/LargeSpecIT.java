package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A spec of 200 KiB, whose values are the same wherever they come back. */
@ResourceLock(SharedServer.TURN)
class LargeSpecIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int SIZE = 200 * 1024;

  /** What others round, swap or drop. */
  private static final String PRECISE =
      "\"tenth\":0.1,\"long\":123456789012345678,\"longer\":-99999999999999999999999999.75,"
          + "\"great\":1e300,\"small\":1e-300,\"zero\":-0.0,\"nothing\":null,\"yes\":true,"
          + "\"text\":\"\u00e9 \ud83d\ude80 \\u0001 \\\" \\\\ \u2028\",\"\u00fc\":{\"\":[[],{}]}";

  private static String spec(int seed) {
    StringBuilder spec = new StringBuilder("{").append(PRECISE);
    for (int i = 0; spec.length() < SIZE; i++) {
      spec.append(
          String.format(
              Locale.ROOT,
              ",\"member-%d\":{\"n\":%d.%09d,\"list\":[%d,\"%s\"]}",
              i,
              seed,
              i,
              i,
              "x".repeat(i % 40)));
    }
    return spec.append('}').toString();
  }

  @Test
  void comesBackEqualFromEveryRoute() {
    String first = spec(1);
    String second = spec(2);

    Answer created = Clusters.create(SHARED.server(), first);
    assertThat(created.status()).isEqualTo(201);
    String path = created.json().at("/href").asText();
    assertSame(created.json().at("/spec"), first);
    assertSame(Http.get(SHARED.server().api(path)).json().at("/spec"), first);
    assertSame(listed(path).at("/spec"), first);

    Answer patched = Http.patch(SHARED.server().api(path), "{\"spec\":" + second + "}");
    assertThat(patched.json().at("/generation").asInt()).isEqualTo(2);
    assertSame(patched.json().at("/spec"), second);
    assertSame(Http.get(SHARED.server().api(path)).json().at("/spec"), second);

    Answer again = Http.patch(SHARED.server().api(path), "{\"spec\":" + second + "}");
    assertThat(again.json().at("/generation").asInt()).isEqualTo(2);
  }

  private static JsonNode listed(String path) {
    JsonNode newest =
        Http.get(SHARED.server().api(Clusters.PATH + "?size=1")).json().at("/items/0");
    assertThat(newest.at("/href").asText()).isEqualTo(path);
    return newest;
  }

  private static void assertSame(JsonNode spec, String sent) {
    assertThat(Values.same(spec, Http.json(sent))).isTrue();
  }

  /** As docs/resources.md has it. */
  @Test
  void membersComeBackShortestFirst() {
    String path =
        Clusters.create(SHARED.server(), "{\"bb\":1,\"a\":2,\"ccc\":3,\"B\":4}")
            .json()
            .at("/href")
            .asText();

    assertThat(Http.get(SHARED.server().api(path)).json().at("/spec").toString())
        .isEqualTo("{\"B\":4,\"a\":2,\"bb\":1,\"ccc\":3}");
  }
}
