package io.hyperfleet.application;

import static io.hyperfleet.application.request.RequestContextFixture.over;
import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The laws of {@link Transactions}, for every implementation alike. */
public interface TransactionsContract {

  Transactions transactions();

  /** One that takes part in them. */
  ResourceStore store();

  @Test
  default void aTransactionReturnsWhatItsWorkReturnsAndWhatItStoredIsThere() {
    Resource resource = cluster().build();

    String result =
        transactions()
            .required(
                request(),
                () -> {
                  store().insert(resource);
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(isStored(resource)).isTrue();
  }

  @Test
  default void aTransactionThatThrowsLeavesNothingAndTheFailureFliesOn() {
    Resource resource = cluster().build();
    RuntimeException failure = new IllegalArgumentException("on purpose");

    assertThatThrownBy(() -> insertAndThen(resource, () -> raise(failure))).isSameAs(failure);

    assertThat(isStored(resource)).isFalse();
  }

  @Test
  default void anErrorUndoesATransactionAsWell() {
    Resource resource = cluster().build();
    Error failure = new AssertionError("on purpose");

    assertThatThrownBy(() -> insertAndThen(resource, () -> raise(failure))).isSameAs(failure);

    assertThat(isStored(resource)).isFalse();
  }

  @Test
  default void aFailureForClientsFliesOnAsItIs() {
    FleetException refusal = FleetException.notFound("Cluster", "x");

    assertThatThrownBy(() -> transactions().required(request(), () -> raise(refusal)))
        .isSameAs(refusal);
    assertThatThrownBy(() -> transactions().reading(request(), () -> raise(refusal)))
        .isSameAs(refusal);
  }

  @Test
  default void aTransactionWithinATransactionIsAPartOfIt() {
    Resource inner = cluster().build();

    assertThatThrownBy(
            () ->
                transactions()
                    .required(
                        request(),
                        () -> {
                          insert(inner);
                          return raise(new IllegalArgumentException("after the inner one"));
                        }))
        .hasMessage("after the inner one");

    assertThat(isStored(inner)).isFalse();
  }

  @Test
  default void afterAFailureTheNextUnitStartsAfresh() {
    Resource resource = cluster().build();
    assertThatThrownBy(() -> insertAndThen(cluster().build(), () -> raise(new AssertionError())))
        .isInstanceOf(AssertionError.class);

    insert(resource);

    assertThat(isStored(resource)).isTrue();
  }

  @Test
  default void aReadWithinATransactionSeesWhatTheTransactionStored() {
    Resource resource = cluster().build();

    assertThat(
            transactions()
                .<Boolean>required(
                    request(),
                    () -> {
                      store().insert(resource);
                      return isStored(resource);
                    }))
        .isTrue();
  }

  @Test
  default void aReadWithinAReadIsAPartOfIt() {
    assertThat(transactions().<Boolean>reading(request(), () -> isStored(cluster().build())))
        .isFalse();
  }

  @Test
  default void aReadChangesNothing() {
    Resource resource = cluster().build();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions()
                    .reading(
                        request(),
                        () -> {
                          insert(resource);
                          return resource;
                        }));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions()
                    .reading(
                        request(),
                        () -> {
                          store().insert(resource);
                          return resource;
                        }));

    assertThat(isStored(resource)).isFalse();
  }

  @Test
  default void aStoreOutsideOfAUnitIsRefused() {
    Resource resource = cluster().build();

    assertThatIllegalStateException().isThrownBy(() -> store().insert(resource));
    assertThatIllegalStateException()
        .isThrownBy(() -> store().find(resource.kind(), resource.id()));
  }

  @Test
  default void noUnitIsEnteredWhenTheTimeIsOver() {
    List<String> ran = new ArrayList<>();

    assertBusy(() -> transactions().required(over(), () -> ran.add("change")));
    assertBusy(() -> transactions().reading(over(), () -> ran.add("read")));

    assertThat(ran).isEmpty();
  }

  @Test
  default void whatFollowsACommitRunsInOrderAndSeesIt() {
    Resource resource = cluster().build();
    List<String> told = new ArrayList<>();

    insertAndThen(
        resource,
        () -> {
          transactions().afterCommit(() -> told.add("stored " + isStored(resource)));
          transactions().afterCommit(() -> told.add("second"));
          told.add("work");
        });

    assertThat(told).containsExactly("work", "stored true", "second");
  }

  @Test
  default void whatFollowsACommitMayStoreAndHaveSomethingFollow() {
    Resource later = cluster().build();
    List<String> told = new ArrayList<>();

    insertAndThen(
        cluster().build(),
        () ->
            transactions()
                .afterCommit(
                    () ->
                        insertAndThen(
                            later, () -> transactions().afterCommit(() -> told.add("told")))));

    assertThat(isStored(later)).isTrue();
    assertThat(told).containsExactly("told");
  }

  @Test
  default void whatFollowsAnInnerTransactionWaitsForTheOuterOne() {
    List<String> told = new ArrayList<>();

    transactions()
        .required(
            request(),
            () -> {
              insertAndThen(
                  cluster().build(), () -> transactions().afterCommit(() -> told.add("after")));
              return told.add("outer");
            });

    assertThat(told).containsExactly("outer", "after");
  }

  @Test
  default void nothingFollowsARollback() {
    List<String> told = new ArrayList<>();
    Resource next = cluster().build();

    assertThatThrownBy(
            () ->
                insertAndThen(
                    cluster().build(),
                    () -> {
                      transactions().afterCommit(() -> told.add("after"));
                      raise(new IllegalArgumentException("on purpose"));
                    }))
        .hasMessage("on purpose");
    insert(next);

    assertThat(told).isEmpty();
  }

  @Test
  default void whatFollowsACommitCannotHideItsResultNorStopWhatComesAfter() {
    Resource resource = cluster().build();
    List<String> told = new ArrayList<>();

    insertAndThen(
        resource,
        () -> {
          transactions().afterCommit(() -> raise(new IllegalArgumentException("on purpose")));
          transactions().afterCommit(() -> told.add("second"));
        });

    assertThat(told).containsExactly("second");
    assertThat(isStored(resource)).isTrue();
  }

  @Test
  default void outsideOfATransactionNothingIsWaitedFor() {
    List<String> told = new ArrayList<>();

    transactions().afterCommit(() -> told.add("outside"));
    transactions()
        .reading(
            request(),
            () -> {
              transactions().afterCommit(() -> told.add("reading"));
              return told.add("read");
            });
    transactions().afterCommit(() -> raise(new IllegalArgumentException("on purpose")));

    assertThat(told).containsExactly("outside", "reading", "read");
  }

  private boolean isStored(Resource resource) {
    return transactions()
        .<Boolean>reading(
            request(), () -> store().find(resource.kind(), resource.id()).isPresent());
  }

  private void insert(Resource resource) {
    insertAndThen(resource, () -> {});
  }

  private void insertAndThen(Resource resource, Runnable next) {
    transactions()
        .required(
            request(),
            () -> {
              store().insert(resource);
              next.run();
              return resource;
            });
  }

  private static String raise(RuntimeException failure) {
    throw failure;
  }

  private static String raise(Error failure) {
    throw failure;
  }

  private static void assertBusy(ThrowingCallable unit) {
    assertThatThrownBy(unit)
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::category)
        .isEqualTo(ErrorCategory.BUSY);
  }
}
