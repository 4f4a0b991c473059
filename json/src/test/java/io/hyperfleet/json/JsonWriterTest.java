package io.hyperfleet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  private static final JsonWriter.Content EMPTY =
      json -> {
        json.writeStartObject();
        json.writeEndObject();
      };

  @Test
  void anAnswerEndsInANewlineHoweverItIsWritten() throws IOException {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    JsonWriter.write(EMPTY, pieces);

    assertThat(JsonWriter.bytes(EMPTY)).asString(UTF_8).isEqualTo("{}\n");
    assertThat(pieces.toString(UTF_8)).isEqualTo("{}\n");
  }

  @Test
  void whatIsStoredDoesNot() {
    assertThat(JsonWriter.text(EMPTY)).isEqualTo("{}");
  }
}
