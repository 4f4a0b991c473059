package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The laws of {@link ReportStore}, for every implementation alike. */
public interface ReportStoreContract {

  Instant TEN = Instant.parse("2026-08-21T10:00:00.123456Z");

  Stores stores();

  @Test
  default void whatIsStoredComesBackAsItWas() {
    Resource resource = insert();
    AdapterReport whole =
        new AdapterReport(
            new AdapterName("dns \u00fc\ud83d\ude00"),
            7,
            List.of(
                new ReportedCondition(
                    "Health", ConditionStatus.UNKNOWN, Optional.of(""), Optional.empty(), TEN),
                new ReportedCondition(
                    "Available",
                    ConditionStatus.FALSE,
                    Optional.of("Because"),
                    Optional.of("it \"is\"\nso"),
                    TEN.minusSeconds(60))),
            new Document("{\"a\": [1, null, {\"b\": 1.50}]}"),
            Optional.of(new Document("{}")),
            TEN.minusSeconds(60),
            TEN);

    assertThat(store(resource, whole)).isTrue();

    assertThat(all(resource)).containsExactly(whole);
  }

  @Test
  default void noMetadataIsNotTheSameAsEmptyMetadata() {
    Resource resource = insert();
    store(resource, report("a", 1, TEN));

    assertThat(all(resource)).extracting(AdapterReport::metadata).containsExactly(Optional.empty());
  }

  @Test
  default void reportsAreInTheOrderInWhichAdaptersBegan() {
    Resource resource = insert();
    store(resource, report("z", 1, TEN.minusSeconds(2)));
    store(resource, report("b", 1, TEN));
    store(resource, report("B", 1, TEN));
    store(resource, report("a", 1, TEN));
    store(resource, report("z", 1, TEN.plusSeconds(9)));

    assertThat(names(all(resource))).containsExactly("z", "B", "a", "b");
    assertThat(names(inTransaction(() -> reports().find(to(resource), adapters("b", "z", "q")))))
        .containsExactly("z", "b");
    assertThat(inTransaction(() -> reports().find(to(resource), Set.of()))).isEmpty();
  }

  @Test
  default void aNewReportReplacesAllButTheBeginning() {
    Resource resource = insert();
    store(resource, report("a", 1, TEN));
    AdapterReport next = report("a", 2, TEN.plusSeconds(1));

    assertThat(store(resource, next)).isTrue();

    assertThat(all(resource))
        .containsExactly(
            new AdapterReport(
                next.adapter(),
                2,
                next.conditions(),
                next.data(),
                next.metadata(),
                TEN,
                TEN.plusSeconds(1)));
  }

  @Test
  default void aReportThatIsNotLaterButOtherIsStored() {
    Resource resource = insert();
    store(resource, report("a", 1, TEN));
    AdapterReport other =
        new AdapterReport(
            new AdapterName("a"),
            1,
            List.of(),
            new Document("{\"n\": 2}"),
            Optional.empty(),
            TEN,
            TEN);

    assertThat(store(resource, other)).isTrue();

    assertThat(all(resource)).containsExactly(other);
  }

  @Test
  default void whatIsOlderChangesNothing() {
    Resource resource = insert();
    AdapterReport stored = report("a", 2, TEN);
    store(resource, stored);
    Optional<Document> news = Optional.of(new Document("[{}]"));

    assertThat(store(resource, report("a", 1, TEN.plusSeconds(5)), news)).isFalse();
    assertThat(store(resource, report("a", 2, TEN.minusNanos(1000)), news)).isFalse();

    assertThat(all(resource)).containsExactly(stored);
    assertThat(found(resource)).isEqualTo(CanonicalResource.of(resource));
  }

  @Test
  default void newConditionsAreANewVersionOfTheResourceAndNothingElse() {
    Resource resource = insert();
    Resource other = insert();

    store(resource, report("a", 1, TEN), Optional.of(new Document("[{\"type\": \"X\"}]")));

    Resource changed = found(resource);
    assertThat(CanonicalResource.canonical(changed.conditions()))
        .isEqualTo(CanonicalResource.canonical(new Document("[{\"type\":\"X\"}]")));
    assertThat(changed.version()).isEqualTo(resource.version() + 1);
    assertThat(changed.audit()).isEqualTo(resource.audit());
    assertThat(changed.generation()).isEqualTo(resource.generation());
    assertThat(found(other)).isEqualTo(CanonicalResource.of(other));
  }

  @Test
  default void aReportWithoutNewsLeavesTheResourceAlone() {
    Resource resource = insert();

    store(resource, report("a", 1, TEN));

    assertThat(found(resource)).isEqualTo(CanonicalResource.of(resource));
  }

  @Test
  default void aPageIsAPartAndTellsTheTotal() {
    Resource resource = insert();
    for (int i = 0; i < 7; i++) {
      store(resource, report("ad-" + i, 1, TEN));
    }
    store(insert(), report("elsewhere", 1, TEN));
    List<String> walked = new ArrayList<>();

    for (int page = 1; page <= 3; page++) {
      Page<AdapterReport> part = page(resource, page, 3);
      assertThat(part.total()).isEqualTo(7);
      assertThat(part.number()).isEqualTo(page);
      walked.addAll(names(part.items()));
    }

    assertThat(walked).containsExactly("ad-0", "ad-1", "ad-2", "ad-3", "ad-4", "ad-5", "ad-6");
    assertThat(page(resource, 4, 3)).isEqualTo(new Page<>(List.of(), 4, 7));
    assertThat(page(insert(), 1, 3)).isEqualTo(new Page<>(List.of(), 1, 0));
  }

  @Test
  default void reportsGoWithTheirResource() {
    Resource resource = insert();
    store(resource, report("a", 1, TEN));

    inTransaction(() -> stores().resources().delete(resource.kind(), resource.id()));

    assertThat(all(resource)).isEmpty();
    assertThat(inTransaction(() -> reports().findAll(new Reference(newKind(), newId())))).isEmpty();
  }

  @Test
  default void aTransactionThatFailsLeavesTheReportBefore() {
    Resource resource = insert();
    AdapterReport before = report("a", 1, TEN);
    store(resource, before);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                inTransaction(
                    () -> {
                      reports()
                          .store(
                              to(resource), report("a", 2, TEN), Optional.of(new Document("[{}]")));
                      reports().store(to(resource), report("b", 2, TEN), Optional.empty());
                      throw new IllegalStateException("on purpose");
                    }));

    assertThat(all(resource)).containsExactly(before);
    assertThat(found(resource)).isEqualTo(CanonicalResource.of(resource));
  }

  private ReportStore reports() {
    return stores().reports();
  }

  private static AdapterReport report(String adapter, int generation, Instant time) {
    return new AdapterReport(
        new AdapterName(adapter),
        generation,
        List.of(
            new ReportedCondition(
                "Available", ConditionStatus.TRUE, Optional.empty(), Optional.empty(), time)),
        Document.EMPTY_OBJECT,
        Optional.empty(),
        time,
        time);
  }

  private static Set<AdapterName> adapters(String... names) {
    return Set.of(List.of(names).stream().map(AdapterName::new).toArray(AdapterName[]::new));
  }

  private static List<String> names(List<AdapterReport> reports) {
    return reports.stream().map(report -> report.adapter().value()).toList();
  }

  private static Reference to(Resource resource) {
    return Reference.to(resource);
  }

  private boolean store(Resource resource, AdapterReport report) {
    return store(resource, report, Optional.empty());
  }

  private boolean store(Resource resource, AdapterReport report, Optional<Document> news) {
    return inTransaction(() -> reports().store(to(resource), report, news));
  }

  private List<AdapterReport> all(Resource resource) {
    return stores().transactions().reading(request(), () -> reports().findAll(to(resource)));
  }

  private Page<AdapterReport> page(Resource resource, int page, int size) {
    return stores()
        .transactions()
        .reading(request(), () -> reports().list(to(resource), new PageRequest(page, size)));
  }

  private Resource found(Resource resource) {
    return inTransaction(
        () ->
            CanonicalResource.of(
                stores().resources().find(resource.kind(), resource.id()).orElseThrow()));
  }

  private Resource insert() {
    Resource resource = root(newKind()).build();
    return inTransaction(
        () -> {
          stores().resources().insert(resource);
          return resource;
        });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return stores().transactions().required(request(), work);
  }
}
