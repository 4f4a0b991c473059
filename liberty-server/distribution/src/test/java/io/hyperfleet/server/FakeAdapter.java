package io.hyperfleet.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import io.hyperfleet.server.Http.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** An adapter that looks at a resource and reports as if it had done its part of the work. */
final class FakeAdapter {

  private static final List<String> TYPES = List.of("Applied", "Available", "Health", "Finalized");

  /** How it goes, as the first letters of the status of each type. */
  enum Mode {
    OK("TTTF"),
    FAIL("TFTF"),
    UNHEALTHY("FFFF"),
    SKIP("FFFF"),
    PROGRESS("TUTF"),
    STUCK("FFTF");

    /** Only of a resource that is to go, and only if all is well. */
    private static final String DONE = "FFTT";

    private final String letters;

    Mode(String letters) {
      this.letters = letters;
    }

    private ConditionStatus status(int type, boolean deleting) {
      return switch ((this == OK && deleting ? DONE : letters).charAt(type)) {
        case 'T' -> ConditionStatus.TRUE;
        case 'F' -> ConditionStatus.FALSE;
        default -> ConditionStatus.UNKNOWN;
      };
    }
  }

  private final Fleet fleet;
  private final String name;
  private final Predicate<JsonNode> ready;
  private final String message;

  FakeAdapter(Fleet fleet, String name) {
    this(fleet, name, resource -> true, "as " + name + " sees it");
  }

  private FakeAdapter(Fleet fleet, String name, Predicate<JsonNode> isReady, String message) {
    this.fleet = fleet;
    this.name = name;
    this.ready = isReady;
    this.message = message;
  }

  /** One that skips what is not ready for it. */
  FakeAdapter onlyIf(Predicate<JsonNode> isReady) {
    return new FakeAdapter(fleet, name, isReady, message);
  }

  FakeAdapter saying(String otherMessage) {
    return new FakeAdapter(fleet, name, ready, otherMessage);
  }

  String name() {
    return name;
  }

  String conditionType() {
    return new AdapterName(name).conditionType();
  }

  /** Looks and reports; the answer to the look if the resource is gone. */
  Answer report(JsonNode resource, Mode mode) {
    Answer seen = fleet.read(resource);
    return seen.status() == 404
        ? seen
        : fleet.report(resource, report(seen.json(), generation(seen.json()), mode));
  }

  /** Reports on that generation, whatever it sees. */
  Answer stale(JsonNode resource, int generation) {
    return fleet.report(resource, report(fleet.now(resource), generation, Mode.OK));
  }

  /** What it has to say of a resource as it saw it. */
  AdapterReport report(JsonNode seen, int generation, Mode wanted) {
    Mode mode = wanted == Mode.OK && !ready.test(seen) ? Mode.SKIP : wanted;
    Instant time = fleet.tick();
    return new AdapterReport(
        new AdapterName(name),
        generation,
        IntStream.range(0, TYPES.size())
            .mapToObj(type -> condition(type, mode, seen.has("deleted_time"), time))
            .toList(),
        new Document(
            "{\"namespace\":{\"status\":\"Active\"},\"resource\":\"%s\"}"
                .formatted(seen.at("/id").asText())),
        Optional.empty(),
        time,
        time);
  }

  private ReportedCondition condition(int type, Mode mode, boolean deleting, Instant time) {
    ConditionStatus status = mode.status(type, deleting);
    boolean skipped = mode == Mode.SKIP && TYPES.get(type).equals("Health");
    return new ReportedCondition(
        TYPES.get(type),
        status,
        Optional.of(skipped ? "ResourcesSkipped" : TYPES.get(type) + status.wire()),
        Optional.of(message),
        time);
  }

  static int generation(JsonNode resource) {
    return resource.at("/generation").asInt();
  }
}
