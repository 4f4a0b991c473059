package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private static final String THREE_ANSWERS =
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
          + "HTTP/1.1 201 Created\r\ntransfer-encoding:  chunked\r\n\r\n"
          + "5;x=y\r\nhello\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: 1\r\n\r\n"
          + "HTTP/1.1 204 No Content\r\n\r\n"
          + "HTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10_000})
  void oneAnswerEndsWhereTheNextBeginsHoweverTheBytesArrive(int atATime) throws IOException {
    AnswerReader answers = new AnswerReader(dripping(THREE_ANSWERS, atATime));

    assertThat(answers.status()).isEqualTo(200);
    assertThat(answers.status()).isEqualTo(201);
    assertThat(answers.status()).isEqualTo(204);
    assertThat(answers.closes()).isFalse();
    assertThat(answers.status()).isEqualTo(503);
    assertThat(answers.closes()).isTrue();
  }

  @Test
  void anAnswerCutShortIsAnError() {
    AnswerReader answers =
        new AnswerReader(dripping("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", 100));

    assertThatThrownBy(answers::status).isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNotHttpIsAnError() {
    AnswerReader answers = new AnswerReader(dripping("SSH-2.0-OpenSSH\r\n\r\n", 100));

    assertThatThrownBy(answers::status)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SSH-2.0");
  }

  private static InputStream dripping(String text, int atATime) {
    return new FilterInputStream(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))) {
      @Override
      public int read(byte[] buffer) throws IOException {
        return in.read(buffer, 0, Math.min(buffer.length, atATime));
      }
    };
  }
}
