package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportRequest;
import io.hyperfleet.domain.status.ReportRequestFixture;
import io.hyperfleet.json.JsonConditions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourceReportsTest {

  private static final KindCatalogue KINDS =
      new KindCatalogue(
          List.of(
              KindFixture.root("Depot", "depots").build(),
              KindFixture.root("Crate", "crates").withAdapters("a", "b").build(),
              KindFixture.child("Bay", "bays", "Crate", OnParentDelete.CASCADE)
                  .withAdapters("a")
                  .build(),
              KindFixture.child("Tag", "tags", "Crate", OnParentDelete.KEEP).build()));

  private final FleetFixture fleet = new FleetFixture(KINDS, InMemoryStores.fresh(), request(), 7);
  private final Resource crate = fleet.create("Crate", "k");

  @Test
  void aResourceIsReconciledOnceAllWhoMustReportedOnItsGeneration() {
    report(crate, by("a"));
    assertThat(reconciled(crate)).isEqualTo(ConditionStatus.FALSE);

    report(crate, by("b"));

    assertThat(reconciled(crate)).isEqualTo(ConditionStatus.TRUE);
    assertThat(conditions(crate))
        .extracting(Condition::type)
        .containsExactly("Reconciled", "LastKnownReconciled", "ASuccessful", "BSuccessful");
  }

  @Test
  void aReportThatChangesNoConditionLeavesTheResourceAlone() {
    report(crate, by("a"));
    long version = fleet.get(crate).version();

    report(crate, by("stranger"));
    fleet.tick();
    report(crate, by("b").saying("Available", "Unknown"));

    assertThat(fleet.get(crate).version()).isEqualTo(version);
    assertThat(fleet.reports(crate)).hasSize(3);
  }

  @Test
  void theSameReportAgainStoresNothing() {
    ReportRequest report = by("a").at(fleet.now()).withData("{\"a\":1.0}").build();
    Optional<AdapterReport> first = fleet.report(crate, report);
    Resource before = fleet.get(crate);
    fleet.tick();

    assertThat(fleet.report(crate, report)).isEqualTo(first);

    assertThat(fleet.get(crate)).isEqualTo(before);
  }

  @Test
  void anotherReportOfTheSameTimeIsKept() {
    report(crate, by("a").at(fleet.now()));

    report(crate, by("a").at(fleet.now()).saying("Available", "False"));

    assertThat(condition(crate, "ASuccessful").status()).isEqualTo(ConditionStatus.FALSE);
  }

  @Test
  void whatIsNoNewsIsNotKept() {
    report(crate, by("a").at(fleet.now()));
    List<AdapterReport> before = fleet.reports(crate);

    assertThat(fleet.report(crate, by("a").at(fleet.now().minusSeconds(1)).build())).isEmpty();
    assertThat(fleet.report(crate, by("a").on(2).build())).isEmpty();

    assertThat(fleet.reports(crate)).isEqualTo(before);
  }

  @Test
  void aChangeAsksForNewReports() {
    Stream.of("a", "b").forEach(adapter -> report(crate, by(adapter)));
    fleet.tick();

    fleet.patch(crate, "{\"n\":1}");

    assertThat(reconciled(crate)).isEqualTo(ConditionStatus.FALSE);
    assertThat(condition(crate, "LastKnownReconciled").status()).isEqualTo(ConditionStatus.TRUE);
    assertThat(condition(crate, "Reconciled").message())
        .contains(
            "Required adapters not reporting Available=True: [a, b]. Currently reporting: [a, b]");
  }

  @Test
  void aMarkedResourceGoesWithTheLastFinalReportOnItsGeneration() {
    fleet.delete(crate);
    report(crate, by("a").on(1).finalized());
    report(crate, by("b").on(2).finalized());
    assertThat(fleet.get(crate).isMarked()).isTrue();

    Optional<AdapterReport> last = fleet.report(crate, by("a").on(2).finalized().build());

    assertThat(last).isPresent();
    assertGone(crate);
  }

  @Test
  void whoIsNotRequiredMayBeTheOneWhoseFinalReportCompletesIt() {
    fleet.delete(crate);
    report(crate, by("a").on(2).finalized());
    assertThat(fleet.report(crate, by("b").on(2).saying("Finalized", "True").build())).isPresent();
    assertGone(crate);

    Resource depot = fleet.create("Depot", "d");
    report(depot, by("stranger").finalized());
    assertThat(fleet.get(depot).isMarked()).isFalse();
  }

  @Test
  void anOwnerGoesWithItsLastChildIfAllElseIsDone() {
    Resource bay = fleet.createBelow(crate, "Bay", "b-1");
    fleet.delete(crate);
    Stream.of("a", "b").forEach(adapter -> report(crate, by(adapter).on(2).finalized()));
    assertThat(reconciled(crate)).isEqualTo(ConditionStatus.TRUE);

    report(bay, by("a").on(2).finalized());

    assertGone(bay, crate);
  }

  @Test
  void anOwnerStaysAfterItsLastChildAsLongAsSomebodyHasToReport() {
    Resource bay = fleet.createBelow(crate, "Bay", "b-1");
    fleet.delete(crate);
    report(crate, by("a").on(2).finalized());
    report(crate, by("b").on(1).finalized());

    report(bay, by("a").on(2).finalized());

    assertGone(bay);
    assertThat(fleet.get(crate).isMarked()).isTrue();
    report(crate, by("b").on(2).finalized());
    assertGone(crate);
  }

  @Test
  void anOwnerGoesWithItsLastChildAlsoIfThatWasRemovedByForce() {
    Resource bay = fleet.createBelow(crate, "Bay", "b-1");
    fleet.delete(crate);
    Stream.of("a", "b").forEach(adapter -> report(crate, by(adapter).on(2).finalized()));

    fleet.force(bay);

    assertGone(bay, crate);
  }

  @Test
  void anActiveChildKeepsAResourceThatIsDoneAndIsToldOf() {
    Resource tag = fleet.createBelow(crate, "Tag", "t");
    fleet.delete(crate);
    Stream.of("a", "b").forEach(adapter -> report(crate, by(adapter).on(2).finalized()));

    assertThat(condition(crate, "Reconciled").reason()).contains("ReconciledWaitingForChildren");

    fleet.delete(tag);

    assertGone(tag, crate);
  }

  @Test
  void markedAgainItStillShowsWhoIsDone() {
    fleet.delete(crate);
    report(crate, by("a").on(2).finalized());
    String told = condition(crate, "Reconciled").message().orElseThrow();
    fleet.tick();

    fleet.delete(crate);

    assertThat(told)
        .isEqualTo("Required adapters not reporting Finalized=True: [b]. Currently reporting: [a]");
    assertThat(condition(crate, "Reconciled").message()).contains(told);
  }

  @Test
  void reportsAreListedPageByPageAndOnlyOfWhatIsThere() {
    for (int i = 0; i < 5; i++) {
      report(crate, by("ad-" + i));
    }

    assertThat(fleet.reports(crate)).hasSize(5);
    assertMissing("Crate with id='x' not found", "Crate", "x");
    assertMissing("Depot with id='" + crate.id() + "' not found", "Depot", crate.id().toString());
  }

  private void assertMissing(String told, String kind, String id) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> fleet.reports(fleet.all(kind), id, new PageRequest(1, 20)))
        .withMessage(told)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND));
  }

  private static ReportRequestFixture by(String adapter) {
    return ReportRequestFixture.by(adapter);
  }

  private void report(Resource resource, ReportRequestFixture report) {
    assertThat(fleet.report(resource, report.build())).isPresent();
  }

  private ConditionStatus reconciled(Resource resource) {
    return condition(resource, "Reconciled").status();
  }

  private Condition condition(Resource resource, String type) {
    return conditions(resource).stream()
        .filter(condition -> condition.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private List<Condition> conditions(Resource resource) {
    return new JsonConditions().read(fleet.get(resource).conditions());
  }

  private void assertGone(Resource... resources) {
    for (Resource resource : resources) {
      assertThatExceptionOfType(FleetException.class).isThrownBy(() -> fleet.get(resource));
      assertThatExceptionOfType(FleetException.class).isThrownBy(() -> fleet.reports(resource));
    }
  }
}
