package io.hyperfleet.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"b\" : 1 , \"a\" : [ ] } | {\"a\":[],\"b\":1}",
        "{\"a\":1,\"a\":2}           | {\"a\":2}",
        "[ 1.50, -1e3, 0.0, 9007199254740993 ] | [1.5,-1000,0,9007199254740993]",
        "[ true , false , null , { } ] | [true,false,null,{}]",
        "\"\\u00e9 \\/ \\n \\\" \\\\ {\" | \"é / \\u000a \\\" \\\\ {\"",
        "[\"1\", 1]                  | [\"1\",1]",
      })
  void canonicalSpellingIsTheSameForEqualValues(String json, String canonical) {
    assertThat(CanonicalJson.of(new Document(json)).json()).isEqualTo(canonical);
  }
}
