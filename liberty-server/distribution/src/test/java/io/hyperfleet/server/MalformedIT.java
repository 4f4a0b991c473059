package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.RawHttp.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Requests of which nobody can tell where they end, and targets that lead nowhere. */
@ResourceLock(SharedServer.TURN)
class MalformedIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int SHAPES = 400;
  private static final String SMUGGLED = "/smuggled";

  private static final String[] LENGTHS = {"abc", "0x5", "5 5", "-1", "+5", "5;", "", "5,5", "٥"};
  private static final String[] CODINGS = {
    "gzip", "identity", "gzip, chunked", "chunked, gzip", "chunked;q=1", "xchunked", "chunked x"
  };
  private static final String[] VERSIONS = {"HTTP/1.2", "HTTP/2.0", "HTTP/9.1", "HTTP/0.9"};
  private static final String[] METHODS = {"G@T", "M1", "PURGE", "GETS", "PROPFIND", "x-y", "PRI"};
  private static final String[] BODIED = {"POST", "PUT", "PATCH"};
  private static final String[] TARGETS = {
    "/api/hyperfleet/v1/clusters", "/api/hyperfleet", "/nowhere", "/readyz", "/health", "/metrics"
  };

  private static final String[] PIECES =
      ("a .. . / %2e %2f %5c %00 %0a %zz % %C3%A9 %ff ; = ^ | \" < { ] ` \\ \u00e9 \u0085 + ~ : clusters"
              + " ? ?a% # & %7f %20 @ http: *")
          .split(" ", -1);

  private final Random random = new Random(9);

  private static int[] ports() {
    PackagedServer server = SHARED.server();
    return new int[] {
      URI.create(server.api("")).getPort(),
      URI.create(server.health("")).getPort(),
      URI.create(server.metrics("")).getPort()
    };
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A request with one fault, and otherwise as varied as requests are. */
  private String malformed() {
    String method = one("GET", "POST", "PUT", "DELETE");
    String version = "HTTP/1.1";
    List<String> headers = new ArrayList<>(List.of("Host: a.example"));
    switch (random.nextInt(6)) {
      case 0 -> {
        method = one(BODIED);
        headers.add("Content-Length: " + one(LENGTHS));
      }
      case 1 -> method = one(BODIED);
      case 2 -> headers.add("Transfer-Encoding: " + one(CODINGS));
      case 3 -> headers = hosts(random.nextBoolean() ? 0 : 2);
      case 4 -> version = one(VERSIONS);
      default -> method = one(METHODS);
    }
    if (random.nextBoolean()) {
      headers.add(one("Accept: */*", "X-Forwarded-For: 192.0.2.1", "Cookie: a=b", "Empty:"));
    }
    Collections.shuffle(headers, random);
    return "%s %s %s\r\n%s\r\n\r\n"
        .formatted(method, one(TARGETS), version, String.join("\r\n", headers));
  }

  private static List<String> hosts(int count) {
    List<String> headers = new ArrayList<>(List.of("Content-Length: 0"));
    for (int i = 0; i < count; i++) {
      headers.add("Host: a.example");
    }
    return headers;
  }

  @Test
  void whatFollowsAMalformedRequestIsNeverARequest() {
    int[] ports = ports();
    for (int shape = 0; shape < SHAPES; shape++) {
      String request = malformed();
      try (RawHttp connection = RawHttp.to(ports[random.nextInt(ports.length)])) {
        connection.send(
            request
                + one("", "hello", "0\r\n\r\n")
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
      String target = target();
      try (RawHttp connection = RawHttp.to(ports[random.nextInt(ports.length)])) {
        String method = one("GET", "DELETE", "TRACE", "OPTIONS");
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

  private String target() {
    StringBuilder target = new StringBuilder(one("/", "/api/hyperfleet/v1/", "/health/", "//"));
    for (int parts = random.nextInt(6); parts > 0; parts--) {
      target.append(one(PIECES));
    }
    return target.toString();
  }
}
