package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation may cost, in statements; reads also must not open a transaction. */
class StatementBudgetIT {

  private final StatementLog log = new StatementLog();
  private final Kind kind = newKind();
  private TestStores stores;

  @BeforeEach
  void open() {
    TestDatabase database = TestDatabase.migrated();
    stores = TestStores.on(log.watch(database.dataSource()));
    log.drain();
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void insertSendsTheRowAndAllLabelsAtOnce() {
    insert(root(kind).withLabels(labels(10)));

    assertThat(log.drain())
        .hasSize(3)
        .startsWith(StatementLog.BEGIN)
        .satisfiesExactly(
            begin -> {},
            row -> assertThat(row).startsWith("INSERT INTO \"app\".resources"),
            labels -> assertThat(labels).startsWith("INSERT INTO \"app\".labels"));
  }

  @Test
  void insertWithoutLabelsIsOneStatement() {
    insert(root(kind));

    assertThat(log.drain()).hasSize(2).startsWith(StatementLog.BEGIN);
  }

  @Test
  void findReadsTheRowAndItsLabels() {
    Resource stored = insert(root(kind).withLabels(labels(10)));
    log.drain();

    stores.find(kind, stored.id());

    assertThat(log.drain()).hasSize(2).doesNotContain(StatementLog.BEGIN);
  }

  @Test
  void findOfAnUnknownIdIsOneStatement() {
    stores.find(kind, newId());

    assertThat(log.drain()).hasSize(1).doesNotContain(StatementLog.BEGIN);
  }

  @Test
  void listCostsTheSameWhateverThePageSize() {
    insertHundred();

    stores.list(kind, new PageRequest(1, 1));
    List<String> one = log.drain();
    stores.list(kind, new PageRequest(1, 100));
    List<String> hundred = log.drain();

    assertThat(one).hasSize(3).doesNotContain(StatementLog.BEGIN);
    assertThat(hundred).hasSize(3).doesNotContain(StatementLog.BEGIN);
  }

  @Test
  void aPagePastTheEndIsOnlyCounted() {
    stores.list(kind, new PageRequest(100_000, 100));

    assertThat(log.drain()).hasSize(1).doesNotContain(StatementLog.BEGIN);
  }

  @Test
  void everyReadOfResourcesNamesTheKind() {
    Resource stored = insert(root(kind));
    log.drain();

    stores.find(kind, stored.id());
    stores.list(kind, new PageRequest(1, 20));

    assertThat(log.drain())
        .filteredOn(sql -> sql.contains("resources"))
        .hasSize(3)
        .allSatisfy(sql -> assertThat(sql).containsIgnoringCase("WHERE").contains("KIND = ?"));
  }

  private void insertHundred() {
    IntStream.range(0, 100)
        .mapToObj(i -> root(kind).withLabels(labels(3)).build())
        .forEach(stores::insert);
    log.drain();
  }

  private Resource insert(ResourceFixture fixture) {
    Resource resource = fixture.build();
    stores.insert(resource);
    return resource;
  }

  private static Map<String, String> labels(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key-" + i, i -> "value-" + i));
  }
}
