package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.FleetFixture;
import io.hyperfleet.application.resource.InMemoryStores;
import io.hyperfleet.application.resource.ReportStore;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.application.resource.Stores;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.ReportRequestFixture;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same creations and deletions in PostgreSQL and in the model, in random families of kinds: the
 * answers are alike, and so is what is left.
 */
class RandomHistoriesIT {

  private static final int STEPS = 80;
  private static final List<OnParentDelete> POLICIES = List.of(OnParentDelete.values());

  private static final String[] ADAPTERS = {"first", "second", "stranger"};

  private static TestStores stores;

  @BeforeAll
  static void open() {
    stores = TestStores.on(TestDatabase.migrated().dataSource());
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void bothStoresDoTheSame(long seed) {
    Random random = new Random(seed);
    KindCatalogue kinds = kinds(random, "S" + seed);
    World expected = new World(kinds, InMemoryStores.fresh(), seed);
    World actual = new World(kinds, stores.all(), seed);
    for (int step = 0; step < STEPS; step++) {
      Step next = Step.random(random, kinds, expected.created.size(), step);
      assertThat(actual.take(next)).as("step %d: %s", step, next).isEqualTo(expected.take(next));
      assertThat(actual.all()).as("after step %d: %s", step, next).isEqualTo(expected.all());
    }
  }

  /** A family of eight kinds, three of them on top, each child with a policy of its own. */
  private static KindCatalogue kinds(Random random, String prefix) {
    List<KindDescriptor> kinds = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = prefix + "K" + i;
      String plural = name.toLowerCase(Locale.ROOT) + "s";
      KindFixture kind =
          i < 3
              ? KindFixture.root(name, plural)
              : KindFixture.child(
                  name,
                  plural,
                  prefix + "K" + random.nextInt(i),
                  POLICIES.get(random.nextInt(POLICIES.size())));
      if (random.nextInt(3) == 0) {
        kind.withAdapters(
            random.nextBoolean() ? new String[] {"second", "first"} : new String[] {"first"});
      }
      if (random.nextInt(2) == 0) {
        Kind target = new Kind(prefix + "K" + random.nextInt(8));
        kind.withReferences(new ReferenceRule("to", target, 0, 0));
      }
      kinds.add(kind.build());
    }
    return new KindCatalogue(kinds);
  }

  /** What is done next; numbers are the places of resources in the order of their creation. */
  private record Step(
      String what, KindDescriptor kind, int subject, int other, int number, long seed) {

    static Step random(Random random, KindCatalogue kinds, int created, int number) {
      String what =
          switch (random.nextInt(18)) {
            case 0, 1 -> "delete";
            case 2 -> "force";
            case 3 -> "patch";
            case 4, 5 -> "create referring";
            case 6, 7, 8, 9 -> "create";
            default -> "report";
          };
      return new Step(
          what,
          kinds.all().get(random.nextInt(8)),
          random.nextInt(created + 1),
          random.nextInt(created + 1),
          number,
          random.nextLong());
    }
  }

  /** One store with what was created in it. */
  private static final class World {

    private final FleetFixture fleet;
    private final ResourceStore store;
    private final ReportStore reports;
    private final Transactions transactions;
    private final List<Resource> created = new ArrayList<>();

    World(KindCatalogue kinds, Stores stores, long seed) {
      this.store = stores.resources();
      this.reports = stores.reports();
      this.transactions = stores.transactions();
      this.fleet = new FleetFixture(kinds, stores, request(), seed);
    }

    /** What is answered, in words. */
    String take(Step step) {
      fleet.tick();
      try {
        return switch (step.what) {
          case "delete" -> on(step.subject, fleet::delete);
          case "force" -> on(step.subject, this::force);
          case "patch" ->
              on(
                  step.subject,
                  found -> fleet.patch(found, "{\"n\":%d}".formatted(step.number % 3)));
          case "report" -> step.subject < created.size() ? report(step) : "nobody";
          default -> create(step);
        };
      } catch (FleetException refusal) {
        return refusal.code() + " " + refusal.getMessage();
      }
    }

    /** Mostly on the present generation, sometimes late, and now and then said twice. */
    private String report(Step step) {
      Random random = new Random(step.seed);
      Resource resource = created.get(step.subject);
      int generation = Math.max(1, generation(resource) - (random.nextInt(4) == 0 ? 1 : 0));
      ReportRequestFixture report =
          ReportRequestFixture.by(ADAPTERS[random.nextInt(ADAPTERS.length)])
              .on(generation)
              .at(fleet.now().minusSeconds(random.nextInt(3)))
              .withData("{\"n\": %d}".formatted(random.nextInt(2)));
      switch (random.nextInt(6)) {
        case 0 -> report.saying("Available", "False");
        case 1 -> report.saying("Available", "Unknown");
        case 2, 3 -> report.finalized();
        default -> report.saying("Finalized", "False");
      }
      return fleet.report(resource, report.build()).toString();
    }

    private int generation(Resource resource) {
      return transactions.reading(
          request(),
          () -> store.find(resource.kind(), resource.id()).map(Resource::generation).orElse(1));
    }

    private Resource force(Resource resource) {
      fleet.force(resource);
      return resource;
    }

    private String on(int subject, Function<Resource, Resource> action) {
      return subject < created.size() ? seen(action.apply(created.get(subject))) : "nobody";
    }

    private String create(Step step) {
      Map<String, List<ReferenceRequest>> references =
          step.what.equals("create referring") && step.other < created.size()
              ? FleetFixture.to("to", created.get(step.other))
              : Map.of();
      Optional<Resource> owner = ownerFor(step);
      if (step.kind.parent().isPresent() && owner.isEmpty()) {
        return "no owner";
      }
      Resource resource =
          fleet.create(
              owner
                  .map(found -> fleet.below(found, step.kind.name()))
                  .orElseGet(() -> fleet.all(step.kind.name())),
              "r-" + step.number,
              references);
      created.add(resource);
      return seen(resource);
    }

    /** The first of the right kind, from a random place on. */
    private Optional<Resource> ownerFor(Step step) {
      return step.kind
          .parent()
          .flatMap(
              parent ->
                  created.stream()
                      .skip(step.subject)
                      .filter(resource -> resource.kind().equals(parent.kind()))
                      .findFirst());
    }

    /** Everything that was created and is still there. */
    List<String> all() {
      return transactions.reading(
          request(),
          () ->
              created.stream()
                  .flatMap(resource -> store.find(resource.kind(), resource.id()).stream())
                  .map(found -> seen(found) + reports.findAll(Reference.to(found)))
                  .toList());
    }

    private static String seen(Resource resource) {
      return String.join(
          " ",
          resource.kind().name(),
          resource.id().toString(),
          resource.name().value(),
          "generation=" + resource.generation(),
          "version=" + resource.version(),
          resource.audit().toString(),
          resource.references().toString(),
          JsonReader.tree(resource.conditions()).toString());
    }
  }
}
