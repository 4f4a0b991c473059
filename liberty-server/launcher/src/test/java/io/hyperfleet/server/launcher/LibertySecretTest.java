package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibertySecretTest {

  @Test
  void aPasswordIsSpelledAsLibertySpellsIt() {
    assertThat(LibertySecret.of("secret")).isEqualTo("{xor}LDo8LTor");
    assertThat(LibertySecret.of("{aes}${x} ü")).startsWith("{xor}").doesNotContain("$");
  }

  @Test
  void noPasswordStaysNone() {
    assertThat(LibertySecret.of("")).isEmpty();
  }
}
