package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.Transactions;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.resource.ResourceFixture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryResourceStoreTest implements ResourceStoreContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryResourceStore store = new InMemoryResourceStore(transactions);

  @Override
  public ResourceStore store() {
    return store;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Test
  void ofManyInsertsOfOneNameAtATimeOnePasses() {
    long passed =
        IntStream.range(0, 100).parallel().filter(i -> passes(cluster().named("wanted"))).count();

    assertThat(passed).isEqualTo(1);
  }

  private boolean passes(ResourceFixture fixture) {
    try {
      return transactions.required(
          request(),
          () -> {
            store.insert(fixture.build());
            return true;
          });
    } catch (FleetException taken) {
      return false;
    }
  }
}
