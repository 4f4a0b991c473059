package io.hyperfleet.application.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageRequestTest {

  @Test
  void bothBoundsAreInclusive() {
    assertThat(PageRequest.accept(1, 1, List.of())).isEqualTo(new PageRequest(1, 1));
    assertThat(PageRequest.accept(100_000, 100, List.of()))
        .isEqualTo(new PageRequest(100_000, 100));
  }

  @Test
  void theDefaultsAreThePublishedOnes() {
    assertThat(PageRequest.DEFAULT_PAGE).isEqualTo(1);
    assertThat(PageRequest.DEFAULT_SIZE).isEqualTo(20);
  }

  @Test
  void aNumberBelowItsBoundIsRefused() {
    assertThat(violations(0, 20))
        .containsExactly(new Violation("page", 0L, Constraint.MIN, "page must be at least 1"));
    assertThat(violations(1, -1))
        .containsExactly(new Violation("size", -1L, Constraint.MIN, "size must be at least 1"));
  }

  @Test
  void aNumberAboveItsBoundIsRefused() {
    assertThat(violations(100_001, 20))
        .containsExactly(
            new Violation("page", 100_001L, Constraint.MAX, "page must be at most 100000"));
    assertThat(violations(1, 101))
        .containsExactly(new Violation("size", 101L, Constraint.MAX, "size must be at most 100"));
  }

  @Test
  void aNumberThatOnlyFitsALongIsNotCutShort() {
    assertThat(violations((1L << 32) + 1, 20))
        .extracting(Violation::value)
        .containsExactly(Optional.of((1L << 32) + 1));
  }

  @Test
  void sizeIsReportedBeforePage() {
    assertThat(violations(0, 0)).extracting(Violation::field).containsExactly("size", "page");
  }

  @Test
  void theOffsetCountsWhatPrecedesThePage() {
    assertThat(new PageRequest(1, 20).offset()).isZero();
    assertThat(new PageRequest(3, 20).offset()).isEqualTo(40);
    assertThat(new PageRequest(100_000, 100).offset()).isEqualTo(9_999_900);
  }

  @Test
  void aPageCopiesItsItems() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, 1, 1);
    items.clear();

    assertThat(page.items()).containsExactly("a");
  }

  private static List<Violation> violations(long page, long size) {
    FleetException refusal =
        catchThrowableOfType(FleetException.class, () -> PageRequest.accept(page, size, List.of()));
    assertThat(refusal).hasMessage("Invalid query parameters");
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
    return refusal.violations();
  }
}
