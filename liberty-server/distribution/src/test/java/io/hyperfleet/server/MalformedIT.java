package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.MalformedRequests;
import io.hyperfleet.hostile.shape.OddTargets;
import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Requests of which nobody can tell where they end, and targets that lead nowhere. */
@ResourceLock(SharedServer.TURN)
class MalformedIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int SHAPES = 400;
  private static final String SMUGGLED = "/smuggled";

  private final Choice choice = Choice.seeded(9);

  private static int[] ports() {
    PackagedServer server = SHARED.server();
    return new int[] {
      URI.create(server.api("")).getPort(),
      URI.create(server.health("")).getPort(),
      URI.create(server.metrics("")).getPort()
    };
  }

  @Test
  void whatFollowsAMalformedRequestIsNeverARequest() {
    int[] ports = ports();
    for (int shape = 0; shape < SHAPES; shape++) {
      String request = MalformedRequests.next(choice);
      try (RawHttp connection = RawHttp.to(ports[choice.below(ports.length)])) {
        connection.send(
            request
                + choice.one("", "hello", "0\r\n\r\n")
                + "GET "
                + SMUGGLED
                + " HTTP/1.1\r\nHost: x\r\n\r\n");
        Answer answer = connection.answer();

        assertThat(answer.status()).as(request).isEqualTo(400);
        assertThat(answer.header("x-content-type-options")).as(request).isEqualTo("nosniff");
        assertThat(answer.body())
            .as(request)
            .contains("HYPERFLEET-VAL-006", answer.header("x-request-id"));
        assertThat(connection.isClosed()).as(request).isTrue();
      }
    }
    assertThat(SHARED.server().text()).doesNotContain(SMUGGLED);
  }

  @Test
  void noTargetMakesAPageOfTheServerOrAStackTrace() {
    int[] ports = ports();
    for (int shape = 0; shape < SHAPES; shape++) {
      String target = OddTargets.next(choice);
      try (RawHttp connection = RawHttp.to(ports[choice.below(ports.length)])) {
        String method = choice.one("GET", "DELETE", "TRACE", "OPTIONS");
        connection.send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        Answer answer = connection.answer();

        assertThat(answer.status()).as(target).isIn(200, 400, 404, 405);
        assertThat(answer.header("x-content-type-options")).as(target).isEqualTo("nosniff");
        assertThat(answer.header("content-type")).as(target).doesNotContain("html");
        assertThat(answer.body()).as(target).doesNotContain("CWW", "SRVE", "Exception", "Error 4");
        assertThat(answer.status() == 400 || !answer.body().isEmpty() || method.equals("TRACE"))
            .as(method + ' ' + target)
            .isTrue();
      }
    }
    assertThat(SHARED.server().lines()).noneMatch(line -> line.startsWith("\tat "));
  }
}
