package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hyperfleet.server.conformance.Published;
import io.hyperfleet.server.conformance.Published.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A client as plain as the ones that operators write. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** By the port of the server. */
  private static final Map<Integer, Published> PUBLISHED = new ConcurrentHashMap<>();

  private Http() {}

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      return Http.json(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static Answer get(String uri) {
    return send(HttpRequest.newBuilder(URI.create(uri)).GET());
  }

  static Answer post(String uri, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofString(body)),
        Optional.of(body));
  }

  static Answer post(String uri, byte[] body) {
    return send(HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofByteArray(body)));
  }

  static Answer put(String uri, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(uri)).PUT(BodyPublishers.ofString(body)),
        Optional.of(body));
  }

  static Answer patch(String uri, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(uri)).method("PATCH", BodyPublishers.ofString(body)),
        Optional.of(body));
  }

  static Answer method(String method, String uri) {
    return send(HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.noBody()));
  }

  static Answer send(HttpRequest.Builder request) {
    return send(request, Optional.empty());
  }

  private static Answer send(HttpRequest.Builder request, Optional<String> body) {
    Answer answer = exchange(request);
    compare(answer, body);
    return answer;
  }

  /** For very many: to compare each answer with the document would take most of the time. */
  static Answer getOneOfMany(String uri) {
    return exchange(HttpRequest.newBuilder(URI.create(uri)).GET());
  }

  private static Answer exchange(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** From now on, whatever that server does is compared with what it publishes. */
  static void publishedBy(PackagedServer server) {
    PUBLISHED.put(server.apiPort(), Published.by(server.api("")));
  }

  private static void compare(Answer answer, Optional<String> body) {
    HttpRequest request = answer.response.request();
    Published published = PUBLISHED.get(request.uri().getPort());
    if (published != null) {
      Exchange exchange =
          new Exchange(
              request.method(),
              request.uri().getRawPath(),
              Optional.ofNullable(request.uri().getRawQuery()),
              body,
              answer.status(),
              answer.header("Content-Type"),
              answer.body());
      assertThat(published.difference(exchange)).as("%s", exchange).isEmpty();
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
