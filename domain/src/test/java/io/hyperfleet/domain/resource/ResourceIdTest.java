package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {

  private static final String CANONICAL = "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";

  @Test
  void theCanonicalSpellingIsRead() {
    assertThat(ResourceId.parse(CANONICAL)).contains(new ResourceId(UUID.fromString(CANONICAL)));
  }

  @Test
  void anIdIsWrittenAsItWasRead() {
    assertThat(ResourceId.parse(CANONICAL).map(ResourceId::toString)).contains(CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0198C0DE-7A11-7C3E-9B1F-3F5D0E9A1C22",
        "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c2",
        "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c223",
        "0198c0de7a11-7c3e-9b1f-3f5d0e9a1c2222",
        "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c2g",
        "0198c0de-7a117c3e-9b1f-3f5d-0e9a1c22a",
        "+198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22",
        "not-an-identifier-but-36-characters!",
        "' or '1'='1' or '1'='1' or '1'='1' -"
      })
  void anyOtherTextNamesNothing(String text) {
    assertThat(ResourceId.parse(text)).isEmpty();
  }
}
