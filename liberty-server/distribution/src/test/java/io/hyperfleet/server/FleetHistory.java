package io.hyperfleet.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportFixture;
import io.hyperfleet.server.FleetModel.Outcome;
import io.hyperfleet.server.Http.Answer;
import io.hyperfleet.server.ModelResource.View;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * What clients do to a few resources of their own, and what the model says to that. Each operation
 * is made up from a number and from what is there, so that any of them can be left out.
 */
final class FleetHistory {

  private static final int MOST_RESOURCES = 6;

  private final PackagedServer server;
  private final FleetModel model = new FleetModel();
  private final List<ModelResource> resources = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private int played;
  private Optional<String> difference = Optional.empty();

  FleetHistory(PackagedServer server) {
    this.server = server;
  }

  /** Plays these; what differs ends it, told with all that went before. */
  Optional<String> play(List<Long> operations) {
    for (long operation : operations) {
      played++;
      step(new Random(operation));
      if (difference.isPresent()) {
        break;
      }
    }
    resources.forEach(this::compare);
    return difference.map(it -> String.join("\n", told) + "\n" + it);
  }

  /** How many operations there were before the end. */
  int length() {
    return played;
  }

  /** How often which operation was answered how. */
  Map<String, Integer> counts() {
    return counts;
  }

  List<Integer> removals() {
    return model.removals();
  }

  private void step(Random random) {
    if (isEmpty() || (there().size() < MOST_RESOURCES && random.nextInt(4) == 0)) {
      create(random);
      return;
    }
    ModelResource resource = pick(random);
    int what = random.nextInt(100);
    if (what < 10) {
      patch(resource, random);
    } else if (what < 17) {
      delete(random.nextInt(4) > 0 ? outermost(resource) : resource);
    } else if (what < 20) {
      force(resource);
    } else if (what < 40 && resource.isMarked()) {
      finish(resource);
    } else {
      report(resource, random);
    }
    compare(resource);
    resource.owner().ifPresent(this::compare);
  }

  private List<ModelResource> there() {
    return resources.stream().filter(resource -> !resource.isGone()).toList();
  }

  private boolean isEmpty() {
    return there().isEmpty();
  }

  /** Often one that is to go, and seldom one that is gone. */
  private ModelResource pick(Random random) {
    int how = random.nextInt(10);
    List<ModelResource> marked = there().stream().filter(ModelResource::isMarked).toList();
    List<ModelResource> choices =
        how == 0 ? resources : how > 4 && !marked.isEmpty() ? marked : there();
    return choices.get(random.nextInt(choices.size()));
  }

  private void create(Random random) {
    Optional<ModelResource> owner =
        isEmpty() || random.nextInt(20) == 0
            ? Optional.empty()
            : Optional.of(pick(random)).filter(it -> !it.kind().children().isEmpty());
    List<ModelKind> kinds = owner.map(it -> it.kind().children()).orElse(ModelKind.ROOTS);
    ModelKind kind = kinds.get(random.nextBoolean() ? 0 : random.nextInt(kinds.size()));
    String path = owner.map(FleetHistory::path).orElse("") + "/" + kind.plural();
    Answer answer =
        Http.post(
            api(path),
            "{\"kind\":\"%s\",\"name\":\"%s\",\"spec\":{\"v\":0}}"
                .formatted(kind.name(), Names.next()));
    answered("create", kind.name() + " " + owner, answer, model.create(owner));
    if (answer.status() == 201) {
      JsonNode created = answer.json();
      ModelResource resource =
          new ModelResource(kind, created.at("/id").asText(), owner.orElse(null), changed(answer));
      model.created(resource);
      resources.add(resource);
      compare(resource);
    }
  }

  private void patch(ModelResource resource, Random random) {
    int content = random.nextInt(3);
    Answer answer = Http.patch(api(path(resource)), "{\"spec\":{\"v\":" + content + "}}");
    answered(
        "patch", resource + " " + content, answer, model.patch(resource, content, changed(answer)));
  }

  private void delete(ModelResource resource) {
    Answer answer = Http.method("DELETE", api(path(resource)));
    answered("delete", resource.toString(), answer, model.delete(resource, changed(answer)));
    resources.forEach(this::compare);
  }

  private void force(ModelResource resource) {
    Answer answer = Http.post(api(path(resource) + "/force-delete"), "{\"reason\":\"x\"}");
    answered("force", resource.toString(), answer, model.force(resource));
    resources.forEach(this::compare);
  }

  private void report(ModelResource resource, Random random) {
    Instant now = now();
    String path = random.nextInt(4) == 0 ? "/resources/" + resource.id() : path(resource);
    report(resource, path, new RandomReports(resource, random, now).next(), now);
  }

  /** All who have to are done with it. */
  private void finish(ModelResource resource) {
    for (AdapterName adapter : resource.kind().required()) {
      Instant now = now();
      AdapterReport last =
          ReportFixture.report(
              adapter, resource.generation(), ConditionStatus.FALSE, ConditionStatus.TRUE, now);
      report(resource, path(resource), last, now);
    }
  }

  private static ModelResource outermost(ModelResource resource) {
    return resource.owner().map(FleetHistory::outermost).orElse(resource);
  }

  private static Instant now() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void report(ModelResource resource, String path, AdapterReport report, Instant now) {
    Answer answer = Http.put(api(path + "/statuses"), ReportJson.of(report));

    Outcome outcome = model.report(resource, report, now);
    answered("report", resource + " " + ReportJson.of(report), answer, outcome.status());
    outcome
        .kept()
        .filter(kept -> answer.status() == 201)
        .ifPresent(kept -> differ(kept, ReportJson.report(answer.json()), "the answer"));
  }

  private void answered(String operation, String what, Answer answer, int expected) {
    told.add(told.size() + ": " + operation + " " + what + " -> " + answer.status());
    counts.merge(operation + " " + answer.status(), 1, Integer::sum);
    differ(expected, answer.status(), "the status");
  }

  /** What the service says to the time of a change; of no use if there was none. */
  private static Instant changed(Answer answer) {
    return answer.status() < 300 ? ReportJson.time(answer.json(), "updated_time") : Instant.EPOCH;
  }

  private void compare(ModelResource resource) {
    if (difference.isEmpty()) {
      differ(resource.view(), seen(resource), resource.toString());
    }
  }

  private void differ(Object expected, Object actual, String what) {
    if (!expected.equals(actual) && difference.isEmpty()) {
      difference =
          Optional.of("of %s expected%n  %s%nbut was%n  %s".formatted(what, expected, actual));
    }
  }

  private Optional<View> seen(ModelResource resource) {
    Answer answer = Http.get(api(path(resource)));
    Answer statuses = Http.get(api(path(resource) + "/statuses?size=100"));
    if (answer.status() == 404 && statuses.status() == 404) {
      return Optional.empty();
    }
    JsonNode json = answer.json();
    return Optional.of(
        new View(
            json.at("/generation").asInt(),
            changed(answer),
            Optional.ofNullable(json.get("deleted_time")).map(it -> Instant.parse(it.asText())),
            ReportJson.conditions(json),
            ReportJson.list(statuses.json().at("/items")).stream()
                .map(ReportJson::report)
                .toList()));
  }

  private static String path(ModelResource resource) {
    return "/" + resource.kind().plural() + "/" + resource.id();
  }

  private String api(String path) {
    return server.api("/api/hyperfleet/v1" + path);
  }
}
