package io.hyperfleet.server;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A report on a resource that is right, nearly right, late, early, or the one before once more. */
final class RandomReports {

  private static final AdapterName STRANGER = new AdapterName("stranger");

  private final ModelResource resource;
  private final Random random;
  private final Instant now;

  RandomReports(ModelResource resource, Random random, Instant now) {
    this.resource = resource;
    this.random = random;
    this.now = now;
  }

  AdapterReport next() {
    AdapterName adapter = adapter();
    Optional<AdapterReport> stored = Optional.ofNullable(resource.reports().get(adapter));
    if (stored.isPresent() && random.nextInt(12) == 0) {
      return stored.orElseThrow();
    }
    Instant time = time(stored);
    return new AdapterReport(
        adapter,
        generation(),
        conditions(time),
        new Document(random.nextInt(3) == 0 ? "{}" : "{\"n\":" + random.nextInt(3) + "}"),
        random.nextInt(3) == 0
            ? Optional.of(new Document("{\"attempt\":" + random.nextInt(3) + "}"))
            : Optional.empty(),
        time,
        time);
  }

  /** Of a resource that is to go, mostly one that is not done yet. */
  private AdapterName adapter() {
    List<AdapterName> required = resource.kind().required();
    if (required.isEmpty() || random.nextInt(12) == 0) {
      return STRANGER;
    }
    List<AdapterName> wanted = required.stream().filter(adapter -> !isDone(adapter)).toList();
    List<AdapterName> choices =
        resource.isMarked() && !wanted.isEmpty() && random.nextInt(5) > 0 ? wanted : required;
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean isDone(AdapterName adapter) {
    return Optional.ofNullable(resource.reports().get(adapter))
        .filter(report -> report.observedGeneration() == resource.generation())
        .filter(report -> report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE))
        .isPresent();
  }

  /** Mostly the current one, sometimes one before, and now and then one that is to come. */
  private int generation() {
    int off = random.nextInt(12);
    if (off == 0) {
      return resource.generation() + 1;
    }
    return off < 9 ? resource.generation() : Math.max(1, resource.generation() - off + 8);
  }

  private Instant time(Optional<AdapterReport> stored) {
    int how = random.nextInt(40);
    if (how == 0) {
      return now.plus(Duration.ofMinutes(6));
    }
    if (how == 1) {
      return now.minus(Duration.ofMinutes(31));
    }
    if (how == 2) {
      return now.plus(Duration.ofSeconds(random.nextInt(200)));
    }
    if (how < 8) {
      return now.minus(Duration.ofSeconds(random.nextInt(1500)));
    }
    if (how < 18 && stored.isPresent()) {
      return stored.orElseThrow().lastReportTime().plusNanos(1000L * (random.nextInt(5) - 2));
    }
    return now;
  }

  private List<ReportedCondition> conditions(Instant time) {
    List<String> types = new ArrayList<>(List.of("Available", "Applied", "Health"));
    Collections.shuffle(types, random);
    if (random.nextInt(25) == 0) {
      types.remove(0);
    }
    if (random.nextInt(resource.isMarked() ? 8 : 4) > (resource.isMarked() ? 0 : 2)) {
      types.add(random.nextInt(types.size() + 1), "Finalized");
    }
    if (random.nextInt(6) == 0) {
      types.add("Odd");
    }
    return types.stream().map(type -> condition(type, time)).toList();
  }

  private ReportedCondition condition(String type, Instant time) {
    int drawn = random.nextInt(type.equals("Finalized") && resource.isMarked() ? 30 : 12);
    ConditionStatus status =
        drawn == 0
            ? ConditionStatus.UNKNOWN
            : drawn < 3 ? ConditionStatus.FALSE : ConditionStatus.TRUE;
    return new ReportedCondition(type, status, words("r"), words("m"), time);
  }

  private Optional<String> words(String of) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(of + random.nextInt(3));
  }
}
