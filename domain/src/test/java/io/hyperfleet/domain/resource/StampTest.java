package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StampTest {

  @Test
  void microsecondsAreKept() {
    Instant time = Instant.parse("2026-08-21T10:00:00.123456Z");

    assertThat(new Stamp(time, "alice").time()).isEqualTo(time);
  }

  @Test
  void anythingFinerIsRefused() {
    Instant time = Instant.parse("2026-08-21T10:00:00.123456001Z");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stamp(time, "alice"))
        .withMessageContaining("2026-08-21T10:00:00.123456001Z");
  }
}
