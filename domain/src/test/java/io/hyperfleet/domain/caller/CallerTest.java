package io.hyperfleet.domain.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void changesOfNobodyInParticularAreTheSystems() {
    assertThat(Caller.SYSTEM.identity()).isEqualTo("system@hyperfleet.local");
  }
}
