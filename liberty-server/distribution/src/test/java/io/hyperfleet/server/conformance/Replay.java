package io.hyperfleet.server.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks a server what was asked when the scenarios were recorded. */
public final class Replay {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final InstantSource clock;
  private final Published published;

  /**
   * Asks only for what the server publishes of itself.
   *
   * @param base where the server listens, without a path
   */
  public Replay(String base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
    this.published = Published.by(base);
  }

  /** All differences of all steps, one line each, below a line for the step. */
  public List<String> differences(Scenario scenario) {
    Variables variables = new Variables(ThreadLocalRandom.current(), clock.instant());
    List<String> lines = new ArrayList<>();
    for (Step step : scenario.steps()) {
      List<String> differences = differences(step, variables);
      if (!differences.isEmpty()) {
        lines.add(step.label());
        differences.forEach(it -> lines.add("    " + it));
      }
    }
    return lines;
  }

  private List<String> differences(Step step, Variables variables) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(step.request(base, variables), BodyHandlers.ofString());
      List<String> differences = new ArrayList<>(step.check(answer, variables));
      published.difference(exchange(answer)).ifPresent(differences::add);
      return differences;
    } catch (UnknownVariableException e) {
      return List.of(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Published.Exchange exchange(HttpResponse<String> answer) {
    return new Published.Exchange(
        answer.request().method(),
        answer.request().uri().getRawPath(),
        Optional.ofNullable(answer.request().uri().getRawQuery()),
        Optional.empty(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.body());
  }
}
