package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.DeletionFixture;
import io.hyperfleet.application.resource.DeletionStore;
import io.hyperfleet.application.resource.InMemoryDeletionStore;
import io.hyperfleet.application.resource.InMemoryResourceStore;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.Resource;
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
class RandomDeletionsIT {

  private static final int STEPS = 80;
  private static final List<OnParentDelete> POLICIES = List.of(OnParentDelete.values());

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
    InMemoryTransactions transactions = new InMemoryTransactions();
    InMemoryResourceStore model = new InMemoryResourceStore(transactions);
    World expected = new World(kinds, model, new InMemoryDeletionStore(model), transactions, seed);
    World actual =
        new World(kinds, stores.resources(), stores.deletions(), stores.transactions(), seed);
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
        kind.withAdapters("adapter");
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
  private record Step(String what, KindDescriptor kind, int subject, int other, int number) {

    static Step random(Random random, KindCatalogue kinds, int created, int number) {
      String what =
          switch (random.nextInt(10)) {
            case 0, 1 -> "delete";
            case 2 -> "force";
            case 3, 4 -> "create referring";
            default -> "create";
          };
      return new Step(
          what,
          kinds.all().get(random.nextInt(8)),
          random.nextInt(created + 1),
          random.nextInt(created + 1),
          number);
    }
  }

  /** One store with what was created in it. */
  private static final class World {

    private final DeletionFixture fleet;
    private final ResourceStore store;
    private final Transactions transactions;
    private final List<Resource> created = new ArrayList<>();

    World(
        KindCatalogue kinds,
        ResourceStore store,
        DeletionStore deletions,
        Transactions transactions,
        long seed) {
      this.store = store;
      this.transactions = transactions;
      this.fleet = new DeletionFixture(kinds, store, deletions, transactions, request(), seed);
    }

    /** What is answered, in words. */
    String take(Step step) {
      fleet.tick();
      try {
        return switch (step.what) {
          case "delete" -> on(step.subject, fleet::delete);
          case "force" -> on(step.subject, this::force);
          default -> create(step);
        };
      } catch (FleetException refusal) {
        return refusal.code() + " " + refusal.getMessage();
      }
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
              ? DeletionFixture.to("to", created.get(step.other))
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
                  .map(World::seen)
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
