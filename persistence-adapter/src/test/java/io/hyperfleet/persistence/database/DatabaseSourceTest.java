package io.hyperfleet.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSourceTest {

  private boolean dockerWasAsked;

  @Test
  void anExplicitUrlWinsWithoutAskingDocker() {
    assertThat(choose(Optional.of("jdbc:postgresql://db/test"), true))
        .isEqualTo(DatabaseSource.URL);
    assertThat(dockerWasAsked).isFalse();
  }

  @Test
  void aDockerThatAnswersWinsOverTheEmbeddedServer() {
    assertThat(choose(Optional.empty(), true)).isEqualTo(DatabaseSource.CONTAINER);
  }

  @Test
  void withoutUrlAndDockerTheServerIsEmbedded() {
    assertThat(choose(Optional.empty(), false)).isEqualTo(DatabaseSource.EMBEDDED);
  }

  private DatabaseSource choose(Optional<String> url, boolean dockerAnswers) {
    return DatabaseSource.choose(
        url,
        () -> {
          dockerWasAsked = true;
          return dockerAnswers;
        });
  }
}
