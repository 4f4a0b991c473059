package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"app", "_", "fleet_2", "user"})
  void anIdentifierIsQuotedAsItIs(String name) {
    assertThat(new SchemaName(name).quoted()).isEqualTo('"' + name + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "App", "2fleet", "a-b", "a b", "a\"b", "a\n", "ä"})
  void anythingElseIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SchemaName(name))
        .withMessageEndingWith('"' + name + '"');
  }

  @Test
  void aNameThatPostgresWouldCutIsRefused() {
    assertThat(new SchemaName("a".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> new SchemaName("a".repeat(64)));
  }
}
