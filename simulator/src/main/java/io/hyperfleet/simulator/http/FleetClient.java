package io.hyperfleet.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;

/** Sends requests, tries again as their role says, measures each try and judges the last answer. */
public final class FleetClient {

  private static final String API = "/api/hyperfleet/v1";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String address;
  private final Measures measures;
  private final Complaints complaints;
  private final Pauses pauses;

  public FleetClient(URI url, Measures measures, Complaints complaints, Pauses pauses) {
    this.address = url.toString().replaceAll("/+$", "");
    this.measures = measures;
    this.complaints = complaints;
    this.pauses = pauses;
  }

  /** The target of a resource, as answers name it, without what all of them begin with. */
  public static String target(String href) {
    return href.startsWith(API) ? href.substring(API.length()) : href;
  }

  /** The last answer. If it is none that fits the call, there is a complaint already. */
  public Reply send(Call call) throws InterruptedException {
    long started = System.nanoTime();
    for (int attempts = 1; ; attempts++) {
      Reply reply = once(call);
      Optional<Duration> pause = pauseAfter(call, reply, attempts, started);
      if (pause.isEmpty()) {
        ReplyCheck.complaint(call, reply, attempts).ifPresent(complaints::add);
        return reply;
      }
      measures.retried();
      pauses.pause(pause.get());
    }
  }

  private static Optional<Duration> pauseAfter(Call call, Reply reply, int attempts, long since) {
    if (!reply.isWorthARetry()) {
      return Optional.empty();
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
    double chance = ThreadLocalRandom.current().nextDouble();
    return call.role().retries().pause(attempts, elapsed, chance);
  }

  private Reply once(Call call) throws InterruptedException {
    long started = System.nanoTime();
    Reply reply;
    try {
      reply = reply(http.send(request(call), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      reply = Reply.none(e);
    }
    measures.request(call.route(), reply.status(), System.nanoTime() - started);
    return reply;
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + API + call.target()))
            .timeout(call.role().timeout())
            .header("User-Agent", call.role().userAgent())
            .header("Accept-Encoding", "gzip")
            .header("traceparent", traceParent());
    call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
    return request
        .method(
            call.method(),
            call.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()))
        .build();
  }

  private static Reply reply(HttpResponse<byte[]> response) throws IOException {
    boolean packed =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        new String(packed ? unpacked(response.body()) : response.body(), UTF_8));
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static String traceParent() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "00-%016x%016x-%016x-01"
        .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1);
  }
}
