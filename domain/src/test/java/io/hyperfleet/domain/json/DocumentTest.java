package io.hyperfleet.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void blankTextIsNoDocument(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Document(text));
  }

  @Test
  void aDocumentKeepsItsSpelling() {
    assertThat(new Document("{ }").json()).isEqualTo("{ }");
    assertThat(new Document("{ }")).isNotEqualTo(Document.EMPTY_OBJECT);
  }
}
