package io.hyperfleet.cel;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of adapters for tests. */
final class Reports {

  private static final Instant TIME = Instant.parse("2026-08-21T10:05:00Z");

  private Reports() {}

  static AdapterReport of(String adapter, String data, ReportedCondition... conditions) {
    return new AdapterReport(
        new AdapterName(adapter),
        2,
        List.of(conditions),
        new Document(data),
        Optional.empty(),
        TIME,
        TIME);
  }

  static ReportedCondition says(String type, ConditionStatus status) {
    return new ReportedCondition(type, status, Optional.empty(), Optional.empty(), TIME);
  }

  static ReportedCondition says(
      String type, ConditionStatus status, String reason, String message) {
    return new ReportedCondition(type, status, Optional.of(reason), Optional.of(message), TIME);
  }
}
