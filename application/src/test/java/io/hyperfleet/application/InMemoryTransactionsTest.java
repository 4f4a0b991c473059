package io.hyperfleet.application;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.resource.InMemoryResourceStore;
import io.hyperfleet.application.resource.ResourceStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTransactionsTest implements TransactionsContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final ResourceStore store = new InMemoryResourceStore(transactions);
  private final List<String> undone = new ArrayList<>();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public ResourceStore store() {
    return store;
  }

  @Test
  void aFailureUndoesTheStepsLatestFirst() {
    assertThatThrownBy(
            () ->
                transactions.required(
                    request(),
                    () -> {
                      transactions.onRollback(() -> undone.add("first"));
                      transactions.onRollback(() -> undone.add("second"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(undone).containsExactly("second", "first");
  }

  @Test
  void aCommitIsFinal() {
    transactions.required(
        request(),
        () -> {
          transactions.onRollback(() -> undone.add("committed"));
          return "done";
        });

    assertThatThrownBy(
            () ->
                transactions.required(
                    request(),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(undone).isEmpty();
  }

  @Test
  void aChangeNeedsATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> transactions.onRollback(() -> {}));
  }
}
