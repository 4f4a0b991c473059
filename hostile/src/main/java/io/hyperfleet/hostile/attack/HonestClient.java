package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No attack at all: what it asks for has to be done, whatever the others do meanwhile. */
final class HonestClient implements Attack {

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 60;

  @Override
  public String name() {
    return "honest-client";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String name = "client-" + Long.toHexString(choice.random().nextLong());
    String body = "{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":{\"a\":1}}";
    Answer created = done(ports, FuzzedRequests.post(body), 201);
    Matcher id = ID.matcher(created.body());
    if (!id.find()) {
      throw new Finding("created without an id: " + created.body(), body);
    }
    String path = CLUSTERS + '/' + id.group(1);
    done(ports, FuzzedRequests.get(path), 200);
    done(ports, FuzzedRequests.write("PATCH", path, "{\"spec\":{\"a\":2}}"), 200);
    done(ports, FuzzedRequests.get(CLUSTERS + "?size=1"), 200);
    LockSupport.parkNanos(RETRY_AFTER.toNanos());
  }

  /** Comes back as often as a refusal asks for it. */
  private static Answer done(Ports ports, String request, int status) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (RawHttp connection = RawHttp.to(ports.api())) {
        Answer answer = Judge.oneAnswer(connection.send(request));
        if (answer.status() == status) {
          return answer;
        }
        if (!Judge.isCleanRefusal(answer)) {
          throw Judge.finding("not done: " + answer.start() + ' ' + answer.body(), connection);
        }
      }
      LockSupport.parkNanos(RETRY_AFTER.toNanos());
    }
    throw new Finding("not done in a minute", request);
  }
}
