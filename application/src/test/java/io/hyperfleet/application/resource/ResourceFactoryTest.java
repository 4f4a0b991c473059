package io.hyperfleet.application.resource;

import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Aggregation;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.ReportFixture;
import io.hyperfleet.domain.status.Snapshots;
import io.hyperfleet.json.JsonConditions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceFactoryTest {

  private static final JsonConditions CONDITIONS = new JsonConditions();
  private static final Stamp NOW = new Stamp(ResourceFixture.DELETED, "bob@example.com");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW.time());

  private final ResourceFactory factory =
      UseCaseFixture.factory(KindFixture.KINDS, InMemoryStores.fresh(), CLOCK, 7);

  @Test
  void whatWasReportedIsStillShownOfAResourceThatWaitsToGo() {
    Resource stored =
        ResourceFixture.cluster().withConditions(allAvailable(CLUSTER).json()).build();

    Resource waiting = factory.marked(CLUSTER, stored, NOW);

    assertThat(CONDITIONS.read(waiting.conditions()))
        .isEqualTo(deleting(CLUSTER, stored.conditions()));
  }

  @Test
  void whatWasReportedIsStillShownOfThoseThatGoWithIt() {
    Resource stored = ResourceFixture.cluster().build();
    Descendant child =
        new Descendant(Reference.to(stored), Reference.to(stored), 1, allAvailable(CLUSTER), false);

    assertThat(CONDITIONS.read(factory.marked(CLUSTER, child, NOW).conditions()))
        .isEqualTo(deleting(CLUSTER, child.conditions()));
  }

  /** All that is required to be reported of the first generation. */
  static Document allAvailable(KindDescriptor kind) {
    List<AdapterName> required = kind.requiredAdapters();
    List<AdapterReport> reports =
        required.stream()
            .map(
                adapter ->
                    ReportFixture.report(adapter, 1, ConditionStatus.TRUE, ResourceFixture.CREATED))
            .toList();
    return CONDITIONS.write(
        Aggregation.of(
            required,
            Snapshots.of(required, 1, reports),
            new Observed(1, ResourceFixture.CREATED, false, false, List.of())));
  }

  private static List<Condition> deleting(KindDescriptor kind, Document previous) {
    List<Condition> conditions = CONDITIONS.read(previous);
    List<Condition> expected =
        Aggregation.of(
            kind.requiredAdapters(),
            Snapshots.shownBy(kind.requiredAdapters(), conditions),
            new Observed(2, NOW.time(), true, false, conditions));
    assertThat(expected)
        .extracting(Condition::status)
        .startsWith(ConditionStatus.FALSE, ConditionStatus.TRUE, ConditionStatus.TRUE);
    return expected;
  }
}
