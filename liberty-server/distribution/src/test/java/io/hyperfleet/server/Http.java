package io.hyperfleet.server;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client as plain as the ones that operators write. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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
    return send(HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofString(body)));
  }

  static Answer post(String uri, byte[] body) {
    return send(HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofByteArray(body)));
  }

  static Answer patch(String uri, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(uri)).method("PATCH", BodyPublishers.ofString(body)));
  }

  static Answer method(String method, String uri) {
    return send(HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.noBody()));
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
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
