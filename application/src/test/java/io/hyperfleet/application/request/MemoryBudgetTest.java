package io.hyperfleet.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  private static final int SHARES = 5;

  private final MemoryBudget budget = new MemoryBudget(100, 10);

  private static void assertRefused(MemoryShare share, long bytes) {
    FleetException refused = catchThrowableOfType(FleetException.class, () -> share.take(bytes));
    assertThat(refused.category()).isEqualTo(ErrorCategory.OVERLOADED);
  }

  @Test
  void aSmallRequestTakesNothingFromOthers() {
    budget.share().take(10);

    assertThat(budget.taken()).isZero();
  }

  @Test
  void whatOneHoldsIsMissingForOthersUntilItIsAnswered() {
    MemoryShare large = budget.share();
    large.take(70);
    MemoryShare other = budget.share();
    assertRefused(other, 51);

    large.close();

    assertThat(budget.taken()).isZero();
    assertThatNoException().isThrownBy(() -> other.take(51));
  }

  @Test
  void whatWasRefusedIsNotHeld() {
    MemoryShare share = budget.share();
    assertRefused(share, 111);

    assertThat(budget.taken()).isZero();
    share.take(110);
    assertThat(budget.taken()).isEqualTo(100);
  }

  @Test
  void whenEverythingIsTakenTheAllowanceIsLeft() {
    budget.share().take(110);
    MemoryShare small = budget.share();

    assertThat(small.takeUpTo(50)).isEqualTo(10);
    assertThat(small.takeUpTo(50)).isZero();
    assertThat(budget.share().takeUpTo(5)).isEqualTo(5);
  }

  @Test
  void whatCouldNeverBeTakenIsToldApart() {
    budget.share().take(110);
    MemoryShare share = budget.share();

    assertThat(share.couldTake(110)).isTrue();
    assertThat(share.couldTake(111)).isFalse();
  }

  @Test
  void aShareMayBeClosedTwice() {
    MemoryShare share = budget.share();
    share.take(50);
    share.close();
    share.close();

    assertThat(budget.taken()).isZero();
  }

  @Test
  void aLargerHeapHasALargerBudget() {
    assertThat(MemoryBudget.ofHeap(256 << 20).bytes()).isEqualTo(96 << 20);
    assertThat(MemoryBudget.ofHeap(256 << 20).allowance()).isEqualTo(256 << 10);
    assertThat(MemoryBudget.ofHeap(64 << 20).allowance()).isEqualTo(64 << 10);
    assertThat(MemoryBudget.ofHeap(8L << 30).allowance()).isEqualTo(256 << 10);
  }

  @Test
  void whateverIsTakenAndGivenBackTheSumIsRight() {
    Random random = new Random(20261121);
    List<MemoryShare> shares = new ArrayList<>();
    long[] held = new long[SHARES];
    for (int i = 0; i < SHARES; i++) {
      shares.add(budget.share());
    }
    for (int step = 0; step < 10_000; step++) {
      int who = random.nextInt(SHARES);
      long bytes = random.nextInt(40);
      switch (random.nextInt(4)) {
        case 0 -> held[who] += taken(shares.get(who), bytes);
        case 1 -> held[who] += shares.get(who).takeUpTo(bytes);
        case 2 -> {
          long less = Math.min(bytes, held[who]);
          shares.get(who).giveBack(less);
          held[who] -= less;
        }
        default -> {
          shares.get(who).close();
          held[who] = 0;
        }
      }
      assertThat(budget.taken()).isEqualTo(beyondAllowances(held)).isLessThanOrEqualTo(100);
    }
  }

  private static long taken(MemoryShare share, long bytes) {
    try {
      share.take(bytes);
      return bytes;
    } catch (FleetException usedUp) {
      return 0;
    }
  }

  private static long beyondAllowances(long[] held) {
    long sum = 0;
    for (long bytes : held) {
      sum += Math.max(0, bytes - 10);
    }
    return sum;
  }
}
