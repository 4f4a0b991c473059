package io.hyperfleet.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadResourceTest {

  private static final String CLUSTER = Answers.cluster(3, "False", 2, "2026-01-01T00:00:07Z");

  @Test
  void whatSentinelLooksAtIsRead() {
    ReadResource read = ReadResource.read(CLUSTER);

    assertThat(read.id()).isEqualTo("c1");
    assertThat(read.name()).isEqualTo("sim-abc-1");
    assertThat(read.generation()).isEqualTo(3);
    assertThat(read.deleting()).isFalse();
    ReadCondition reconciled = read.reconciled().orElseThrow();
    assertThat(reconciled.isTrue()).isFalse();
    assertThat(reconciled.observedGeneration()).isEqualTo(2);
    assertThat(reconciled.lastUpdated()).isEqualTo(Instant.parse("2026-01-01T00:00:07Z"));
  }

  @Test
  void requiredAdaptersAreThoseThatTheMessageNames() {
    assertThat(ReadResource.read(CLUSTER).reconciled().orElseThrow().adapters())
        .containsExactly("dns", "hypershift", "validation");
  }

  @Test
  void aKindWithoutRequiredAdaptersNamesNone() {
    String message = "Required adapters not reporting Available=True: []. Currently reporting: []";

    assertThat(new ReadCondition("Reconciled", "False", 1, Instant.EPOCH, message).adapters())
        .isEmpty();
    assertThat(new ReadCondition("Reconciled", "True", 1, Instant.EPOCH, "All").adapters())
        .isEmpty();
  }

  @Test
  void theKeyOfADeletionIsTheSignal() {
    assertThat(ReadResource.read(Answers.deleting(2)).deleting()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"generation\":3 | \"generation\":3.0 | resource.generation is no integer of 32 bits",
        "\"generation\":3 | \"generation\":3000000000 | resource.generation is no integer of 32 bits",
        "\"generation\":3 | \"generation\":\"3\" | resource.generation is no integer of 32 bits",
        "\"generation\":3 | \"generation\":3,\"deleted_time\":null | resource.deleted_time is no string",
        "\"generation\":3 | \"generation\":3,\"deleted_time\":\"\" | resource.deleted_time is no time in UTC",
        "00:00.5Z | 00:00+00:00 | resource.updated_time is no time in UTC",
        "\"labels\":{\"a\":\"b\"} | \"labels\":{\"a\":1} | resource.labels.a is no string",
        "\"spec\":{\"n\":1.5} | \"spec\":[] | resource.spec is no object",
        "\"tenancy\":{} | \"owner_references\":[] | resource.owner_references is no object",
        "\"id\":\"c1\" | \"id\":7 | resource.id is no string",
        "\"observed_generation\":2 | \"observed_generation\":null | resource.status.conditions[].observed_generation is no integer of 32 bits",
      })
  void whatTheClientsCannotDecodeIsNamed(String right, String wrong, String fault) {
    assertThat(CLUSTER).contains(right);

    assertThatThrownBy(() -> ReadResource.read(CLUSTER.replace(right, wrong)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(fault);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{ | resource has no valid JSON",
        "[] | resource is no object",
        "`` | resource is empty"
      })
  void whatIsNoObjectIsNamed(String body, String fault) {
    assertThatThrownBy(() -> ReadResource.read(body)).hasMessage(fault);
  }

  @Test
  void aPageHasItsItemsAndTheTotal() {
    ReadPage page = ReadPage.read(Answers.page(2, 7, CLUSTER, Answers.deleting(4)));

    assertThat(page.items()).extracting(ReadResource::generation).containsExactly(3, 4);
    assertThat(page.total()).isEqualTo(7);
  }

  @Test
  void aPageThatMiscountsItsItemsIsNamed() {
    assertThatThrownBy(() -> ReadPage.read(Answers.page(1, 7, CLUSTER, CLUSTER)))
        .hasMessage("list.size is 1 beside 2 items");
  }

  @Test
  void aPageWithoutItemsIsNamed() {
    assertThatThrownBy(() -> ReadPage.read("{\"items\":null,\"page\":1,\"size\":0,\"total\":0}"))
        .hasMessage("list.items is no array");
  }
}
