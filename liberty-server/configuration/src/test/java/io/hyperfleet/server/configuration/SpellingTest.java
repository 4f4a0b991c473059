package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static final List<String> KNOWN =
      List.of("--server-port", "--server-host", "serve", "-l");

  @Test
  void theNearestWordIsSuggested() {
    assertThat(Spelling.suggestion("--server-prot", KNOWN))
        .isEqualTo(", did you mean --server-port?");
    assertThat(Spelling.suggestion("sevre", KNOWN)).isEqualTo(", did you mean serve?");
  }

  @Test
  void nothingIsSuggestedWhenNothingIsNear() {
    assertThat(Spelling.suggestion("--frobnicate", KNOWN)).isEmpty();
    assertThat(Spelling.suggestion("-x", KNOWN)).isEmpty();
    assertThat(Spelling.suggestion("", KNOWN)).isEmpty();
  }
}
