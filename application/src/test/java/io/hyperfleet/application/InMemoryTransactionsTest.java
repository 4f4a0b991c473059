package io.hyperfleet.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTransactionsTest {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final List<String> undone = new ArrayList<>();

  @Test
  void requiredReturnsWhatTheWorkReturns() {
    assertThat(transactions.<String>required(() -> "done")).isEqualTo("done");
  }

  @Test
  void aFailureUndoesTheStepsLatestFirstAndFliesOn() {
    IllegalStateException failure = new IllegalStateException("no");

    assertThatThrownBy(
            () ->
                transactions.required(
                    () -> {
                      transactions.onRollback(() -> undone.add("first"));
                      transactions.onRollback(() -> undone.add("second"));
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(undone).containsExactly("second", "first");
  }

  @Test
  void aCommitIsFinal() {
    change("committed");

    assertThatThrownBy(() -> transactions.required(this::fail)).hasMessage("no");

    assertThat(undone).isEmpty();
  }

  @Test
  void anInnerTransactionIsPartOfTheOuterOne() {
    assertThatThrownBy(
            () ->
                transactions.required(
                    () -> {
                      change("inner");
                      return fail();
                    }))
        .hasMessage("no");

    assertThat(undone).containsExactly("inner");
  }

  @Test
  void aChangeNeedsATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> transactions.onRollback(() -> {}));
  }

  private void change(String what) {
    transactions.required(
        () -> {
          transactions.onRollback(() -> undone.add(what));
          return what;
        });
  }

  private String fail() {
    throw new IllegalStateException("no");
  }
}
