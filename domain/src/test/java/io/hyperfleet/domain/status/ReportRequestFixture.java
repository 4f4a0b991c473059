package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.ReportRequest.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report of an adapter that is fine, as far as a test does not say otherwise. */
public final class ReportRequestFixture {

  private static final List<String> MANDATORY = List.of("Available", "Applied", "Health");

  private final String adapter;
  private final Map<String, String> statuses = new LinkedHashMap<>();
  private int generation = 1;
  private Optional<Instant> time = Optional.empty();
  private Optional<Document> data = Optional.empty();
  private Optional<Document> metadata = Optional.empty();

  private ReportRequestFixture(String adapter) {
    this.adapter = adapter;
    MANDATORY.forEach(type -> statuses.put(type, "True"));
  }

  public static ReportRequestFixture by(String adapter) {
    return new ReportRequestFixture(adapter);
  }

  public ReportRequestFixture on(int observedGeneration) {
    generation = observedGeneration;
    return this;
  }

  public ReportRequestFixture at(Instant observedTime) {
    time = Optional.of(observedTime);
    return this;
  }

  public ReportRequestFixture saying(String type, String status) {
    statuses.put(type, status);
    return this;
  }

  public ReportRequestFixture without(String type) {
    statuses.remove(type);
    return this;
  }

  /** What an adapter says once it has taken everything away. */
  public ReportRequestFixture finalized() {
    return saying("Available", "False").saying("Applied", "False").saying("Finalized", "True");
  }

  public ReportRequestFixture withData(String json) {
    data = Optional.of(new Document(json));
    return this;
  }

  public ReportRequestFixture withMetadata(String json) {
    metadata = Optional.of(new Document(json));
    return this;
  }

  public ReportRequest build() {
    List<Statement> statements =
        statuses.entrySet().stream()
            .map(
                status ->
                    new Statement(
                        status.getKey(),
                        status.getValue(),
                        Optional.of("Because"),
                        Optional.of(adapter + " says so")))
            .toList();
    return new ReportRequest(adapter, generation, time, statements, data, metadata);
  }
}
