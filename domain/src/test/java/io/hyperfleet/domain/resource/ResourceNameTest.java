package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.NameLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

  private static final NameLength LENGTH = new NameLength(3, 53);

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-b", "a--b", "0a9", "123", "prod-eu-west-1"})
  void lowerCaseLettersDigitsAndInnerHyphensPass(String name) {
    assertThat(ResourceName.accept(name, LENGTH).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-abc", "abc-", "---", "Abc", "a_b", "a.b", "a b", " abc", "abc\n", "ñandu"})
  void anythingElseIsRefused(String name) {
    assertRefused(
        name,
        "name must start and end with lowercase letter or number,"
            + " and contain only lowercase letters, numbers, and hyphens");
  }

  @Test
  void theEmptyNameIsMissingRatherThanShort() {
    assertRefused("", "name is required");
  }

  @Test
  void bothBoundsOfTheLengthAreInclusive() {
    assertThat(ResourceName.accept("a".repeat(3), LENGTH).value()).hasSize(3);
    assertThat(ResourceName.accept("a".repeat(53), LENGTH).value()).hasSize(53);
    assertRefused("a".repeat(2), "name must be at least 3 characters");
    assertRefused("a".repeat(54), "name must be at most 53 characters");
  }

  @Test
  void theLengthIsCheckedBeforeTheCharacters() {
    assertRefused("-A", "name must be at least 3 characters");
    assertRefused("é".repeat(60), "name must be at most 53 characters");
  }

  @Test
  void theLengthCountsBytes() {
    assertRefused("é".repeat(27), "name must be at most 53 characters");
    assertRefused(
        "éé",
        "name must start and end with lowercase letter or number,"
            + " and contain only lowercase letters, numbers, and hyphens");
  }

  @Test
  void oneCharacterIsANameWhereTheKindAllowsIt() {
    assertThat(ResourceName.accept("x", new NameLength(1, 100)).value()).isEqualTo("x");
  }

  private static void assertRefused(String name, String detail) {
    FleetException refusal =
        catchThrowableOfType(FleetException.class, () -> ResourceName.accept(name, LENGTH));

    assertThat(refusal).hasMessage(detail);
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
    assertThat(refusal.violations()).isEmpty();
  }
}
