package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeededIdTest {

  @Test
  void theIdIsOfVersionSevenAndHoldsItsTime() {
    UUID id = SeededId.of(0x123456789L);

    assertThat(id).hasToString("01912345-6789-7000-8000-000000000000");
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(SeededId.FIRST_MILLIS + 0x123456789L);
  }
}
