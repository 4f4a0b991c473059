package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  private static final String SEGMENT_63 = "a".repeat(63);

  /** 253 characters, the most that a prefix may have. */
  private static final String PREFIX_253 =
      String.join(".", SEGMENT_63, SEGMENT_63, SEGMENT_63, "b".repeat(61));

  @Nested
  class Keys {

    @ParameterizedTest
    @ValueSource(
        strings = {"a", "9", "Env", "a.b_c-D", "example.com/tier", "a/b", "x-1.y/Z", "1/2"})
    void aNameWithOrWithoutADnsPrefixPasses(String key) {
      assertAccepted(key, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", ".a", "a_", "a b", "ä", "a\n", "a*b"})
    void aNameStartsAndEndsWithALetterOrDigit(String key) {
      assertKeyRefused(key);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/a", "a/", "/", "a//b", "a/b/c", "A/b", "a_b/c", "-a/b", "a-/b", "a..b/c", ".a/b", "a./b"
        })
    void aPrefixIsALowerCaseDnsNameBeforeTheFirstSlash(String key) {
      assertKeyRefused(key);
    }

    @Test
    void moreLabelsThanAllowedAreRefusedBeforeEachIsLookedAt() {
      Map<String, String> two = Map.of("-", "-", "+", "+");
      FleetException refused =
          catchThrowableOfType(FleetException.class, () -> Labels.requireAtMost(1, two));

      assertThat(refused).hasMessage("label validation failed");
      assertThat(refused.violations())
          .containsExactly(
              new Violation("labels", 2, Constraint.MAX, "there must be at most 1 labels"));
      assertThatNoException().isThrownBy(() -> Labels.requireAtMost(2, two));
    }

    @Test
    void aNameHasAtMost63Characters() {
      assertAccepted("a".repeat(63), "x");
      assertAccepted("p/" + "a".repeat(63), "x");
      assertKeyRefused("a".repeat(64));
      assertKeyRefused("p/" + "a".repeat(64));
    }

    @Test
    void aSegmentOfAPrefixHasAtMost63Characters() {
      assertAccepted(SEGMENT_63 + ".b/c", "x");
      assertKeyRefused(SEGMENT_63 + "a.b/c");
    }

    @Test
    void aWholeKeyHasAtMost255Characters() {
      assertThat(PREFIX_253).hasSize(253);
      assertAccepted(PREFIX_253 + "/c", "x");
      assertKeyRefused(PREFIX_253 + "/cc");
    }

    @Test
    void keysThatDifferOnlyByCaseAreDifferent() {
      Map<String, String> labels = Map.of("env", "a", "Env", "b");

      assertThat(Labels.accept(labels).values()).isEqualTo(labels);
    }
  }

  @Nested
  class Values {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "9", "A.b_c-D"})
    void aNameOrNothingPasses(String value) {
      assertAccepted("key", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "-a", "a-", "a/b", "a b", "é", "a\n"})
    void anythingElseIsRefused(String value) {
      assertValueRefused(value);
    }

    @Test
    void aValueHasAtMost63Characters() {
      assertAccepted("key", "a".repeat(63));
      assertValueRefused("a".repeat(64));
    }
  }

  @Test
  void allOffendersAreReportedAtOnce() {
    FleetException refusal =
        refusal(Map.of("-bad", "-worse", "good", "fine", "key", "a b", "a/b/c", ""));

    assertThat(refusal.violations())
        .containsExactlyInAnyOrder(
            badKey("-bad"), badValue("-bad", "-worse"), badValue("key", "a b"), badKey("a/b/c"));
  }

  @Test
  void noLabelsAreFine() {
    assertThat(Labels.accept(Map.of())).isEqualTo(Labels.NONE);
    assertThat(Labels.NONE.isEmpty()).isTrue();
    assertThat(Labels.of(Map.of("a", "b")).isEmpty()).isFalse();
  }

  @Test
  void labelsAreOrderedByKeyAndCannotBeChanged() {
    Map<String, String> source = new TreeMap<>(Map.of("b", "1", "a", "2"));
    Labels labels = Labels.of(source);
    source.clear();

    assertThat(labels.values()).containsExactly(Map.entry("a", "2"), Map.entry("b", "1"));
    assertThatThrownBy(() -> labels.values().put("c", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void assertAccepted(String key, String value) {
    assertThat(Labels.accept(Map.of(key, value)).values()).isEqualTo(Map.of(key, value));
  }

  private static void assertKeyRefused(String key) {
    assertThat(refusal(Map.of(key, "x")).violations()).containsExactly(badKey(key));
  }

  private static void assertValueRefused(String value) {
    assertThat(refusal(Map.of("key", value)).violations()).containsExactly(badValue("key", value));
  }

  private static FleetException refusal(Map<String, String> labels) {
    FleetException refusal =
        catchThrowableOfType(FleetException.class, () -> Labels.accept(labels));
    assertThat(refusal).hasMessage("label validation failed");
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
    return refusal;
  }

  private static Violation badKey(String key) {
    return new Violation(
        "labels",
        key,
        Constraint.PATTERN,
        "label key must match Kubernetes label format"
            + " (optional DNS prefix/name, alphanumeric with ._-)");
  }

  private static Violation badValue(String key, String value) {
    return new Violation(
        "labels[" + key + "]",
        value,
        Constraint.PATTERN,
        "label value must be at most 63 chars (alphanumeric with ._-)");
  }
}
