package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an adapter asks to be kept as its report, before any rule looked at it.
 *
 * @param adapter empty if none is named
 * @param observedGeneration zero if none is named
 * @param observedTime empty for now
 * @param data empty for an object without members, {@code metadata} for none
 */
public record ReportRequest(
    String adapter,
    int observedGeneration,
    Optional<Instant> observedTime,
    List<Statement> conditions,
    Optional<Document> data,
    Optional<Document> metadata) {

  public ReportRequest {
    Objects.requireNonNull(adapter, "adapter");
    Objects.requireNonNull(observedTime, "observedTime");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metadata, "metadata");
  }

  /**
   * One condition.
   *
   * @param type empty if none is named, and so is {@code status}
   */
  public record Statement(
      String type, String status, Optional<String> reason, Optional<String> message) {

    public Statement {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(message, "message");
    }
  }
}
