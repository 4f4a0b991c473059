package io.hyperfleet.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.bench.load.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The report for programs: the same figures, and those of each round. */
public final class JsonReport {

  private static final int DIGITS = 4;

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  public static String of(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      new JsonReport(json).write(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void write(Report report) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("run");
    for (Map.Entry<String, String> fact : report.facts().entrySet()) {
      json.writeStringField(fact.getKey().replace(' ', '_'), fact.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("starts");
    for (Startup start : report.starts()) {
      write(start);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("scenarios");
    for (Result result : report.results()) {
      write(result);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ratios");
    for (Ratio ratio : report.ratios()) {
      write(ratio);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Startup start) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("first", start.isFirst());
    number("wall_seconds", start.wallSeconds());
    number("processor_seconds", start.processorSeconds());
    number("resident_mebibytes", start.residentMebibytes());
    json.writeEndObject();
  }

  private void write(Result result) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.scenario());
    figures(result.total());
    json.writeArrayFieldStart("rounds");
    for (Slice round : result.rounds()) {
      json.writeStartObject();
      figures(round);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void figures(Slice slice) throws IOException {
    Sample sample = slice.sample();
    number("rate", sample.rate());
    number("p50_millis", sample.latencies().percentile(0.50) / 1000.0);
    number("p99_millis", sample.latencies().percentile(0.99) / 1000.0);
    json.writeNumberField("errors", sample.errors());
    json.writeNumberField("requests", sample.requests());
    number("seconds", sample.seconds());
    number("server_millis_per_request", slice.serverMillisPerRequest());
    number("postgres_millis_per_request", slice.postgresMillisPerRequest());
  }

  private void write(Ratio ratio) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", ratio.comparison().name());
    json.writeStringField("of", ratio.comparison().measure().name().toLowerCase(Locale.ROOT));
    number("median", ratio.median());
    json.writeArrayFieldStart("rounds");
    List<Double> rounds = ratio.rounds();
    for (double round : rounds) {
      json.writeNumber(rounded(round));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void number(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      number(name, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }

  private void number(String name, double value) throws IOException {
    json.writeNumberField(name, rounded(value));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
