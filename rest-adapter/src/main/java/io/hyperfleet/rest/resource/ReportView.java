package io.hyperfleet.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.json.JsonConditions;
import java.io.IOException;

/** Reports of adapters as clients see them. */
final class ReportView {

  private static final ConditionsCodec CONDITIONS = new JsonConditions();

  private ReportView() {}

  static Object of(AdapterReport report) {
    return JsonEntity.of(length(report), json -> write(report, json));
  }

  static Object of(Page<AdapterReport> page) {
    return JsonEntity.of(page, ReportView::length, ReportView::write);
  }

  private static long length(AdapterReport report) {
    long words =
        report.conditions().stream()
            .mapToLong(
                condition ->
                    condition.reason().orElse("").length()
                        + condition.message().orElse("").length())
            .sum();
    return words + report.data().json().length();
  }

  private static void write(AdapterReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("adapter", report.adapter().value());
    json.writeNumberField("observed_generation", report.observedGeneration());
    json.writeFieldName("conditions");
    json.writeRawValue(CONDITIONS.writeReported(report.conditions()).json());
    json.writeFieldName("data");
    json.writeRawValue(report.data().json());
    if (report.metadata().isPresent()) {
      json.writeFieldName("metadata");
      json.writeRawValue(report.metadata().get().json());
    }
    json.writeStringField("created_time", report.createdTime().toString());
    json.writeStringField("last_report_time", report.lastReportTime().toString());
    json.writeEndObject();
  }
}
