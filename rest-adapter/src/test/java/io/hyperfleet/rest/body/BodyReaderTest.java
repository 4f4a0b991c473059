package io.hyperfleet.rest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private static final int LIMIT = 20;

  private final BodyReader reader = new BodyReader(new BodyLimit(LIMIT));

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MemoryShare unlimited() {
    return RequestContextFixture.request().memory();
  }

  private static InputStream unreadable() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return closed;
  }

  private FleetException refusal(String announced, InputStream body) {
    return catchThrowableOfType(
        FleetException.class, () -> reader.read(announced, body, unlimited(), Refusal.BY_SCHEMA));
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    String text = "\"" + "x".repeat(LIMIT - 10) + "é\"";
    assertThat(reader.read("20", body("{\"v\":" + text + "}"), unlimited(), Refusal.BY_SCHEMA))
        .isEqualTo(Map.of("v", new Document(text)));
  }

  @Test
  void aBodyWithoutAnnouncedLengthIsRead() {
    assertThat(reader.read(null, body("{\"é\": 1}"), unlimited(), Refusal.BY_SCHEMA))
        .isEqualTo(Map.of("é", new Document("1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "9223372036854775807", "99999999999999999999"})
  void anAnnouncedLengthBeyondTheLimitIsRefusedUnread(String announced) throws IOException {
    FleetException refused = refusal(announced, unreadable());
    assertThat(refused.category()).isEqualTo(ErrorCategory.TOO_LARGE);
    assertThat(refused).hasMessage("Request body exceeds the limit of 20 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip", "x", ""})
  void aPackedBodyIsRefused(String coding) {
    FleetException refused =
        catchThrowableOfType(FleetException.class, () -> BodyReader.requireUnpacked(coding));
    assertThat(refused.category()).isEqualTo(ErrorCategory.UNSUPPORTED);
    assertThat(refused).hasMessageContaining("'" + coding + "'");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"identity", "Identity"})
  void aBodyThatIsAsItIsIsTaken(String coding) {
    assertThatNoException().isThrownBy(() -> BodyReader.requireUnpacked(coding));
  }

  @Test
  void anUnannouncedBodyIsCounted() throws IOException {
    InputStream body = body(" ".repeat(LIMIT + 1000));
    assertThat(refusal(null, body).category()).isEqualTo(ErrorCategory.TOO_LARGE);
    assertThat(body.available()).isEqualTo(999);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\u00ff\"",
        "\"\u00c0\u0080\"",
        "\"\u00ed\u00a0\u0080\"",
        "\"\u00f5\u0080\u0080\u0080\"",
        "\"\u00e2\u0082\""
      })
  void bytesThatAreNotUtf8AreRefused(String bytes) {
    FleetException refused =
        refusal(null, new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    assertMalformed(refused, "Request body is not valid UTF-8");
  }

  @Test
  void aBodyThatBreaksOffIsTheClientsFault() throws IOException {
    assertThat(refusal("10", unreadable())).hasMessage("Unable to read request body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``              | Invalid JSON in request body
          {"a":}          | Invalid JSON in request body
          [1]             | Invalid JSON in request body
          {"a":1e1000}    | Request body has a number that is out of range
          {"a":["\\u0000"]} | Request body has the character U+0000 in a string
          {"a":"\\ud800"} | Request body has an unpaired surrogate in a string
          {"a":1,"a":2}   | Request body has the member "a" twice in one object
          """)
  void aBodyOfUnacceptableJsonIsToldWhatItHas(String body, String detail) {
    assertMalformed(refusal(null, body(body)), detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``              | HYPERFLEET-VAL-006 | Request body is required but was empty
          ` `             | HYPERFLEET-VAL-006 | Request body is required but was empty
          {               | HYPERFLEET-VAL-006 | Invalid request format: not JSON
          {} x            | HYPERFLEET-VAL-006 | Invalid request format: not JSON
          [1]             | HYPERFLEET-VAL-000 | field '' must be an object
          {"a":1,"a":2}   | HYPERFLEET-VAL-006 | Request body has the member "a" twice in one object
          """)
  void whereNoSchemaIsCheckedMoreIsTold(String body, String code, String detail) {
    FleetException refused =
        catchThrowableOfType(
            FleetException.class,
            () -> reader.read(null, body(body), unlimited(), Refusal.BY_FIELDS));

    assertThat(refused).hasMessage(detail);
    assertThat(refused.code().code()).isEqualTo(code);
  }

  @Test
  void levelsNumbersAndValuesBeyondTheirLimitsAreToldApart() {
    BodyReader large = new BodyReader(new BodyLimit(1_000_000));
    assertMalformed(refusal(large, "[".repeat(501)), "Request body has more than 500 levels");
    assertMalformed(
        refusal(large, "7".repeat(1001)), "Request body has a number of more than 1000 characters");
    assertMalformed(
        refusal(large, "[" + "0,".repeat(100_001)), "Request body has more than 100000 values");
  }

  private static FleetException refusal(BodyReader reader, String text) {
    return catchThrowableOfType(
        FleetException.class, () -> reader.read(null, body(text), unlimited(), Refusal.BY_SCHEMA));
  }

  private static void assertMalformed(FleetException refused, String detail) {
    assertThat(refused).hasMessage(detail);
    assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertThat(refused.category()).isEqualTo(ErrorCategory.INVALID);
  }

  private static FleetException refusal(long memory, InputStream body) {
    MemoryShare share = RequestContextFixture.holdingAtMost(memory).memory();
    BodyReader large = new BodyReader(new BodyLimit(1_000_000));
    return catchThrowableOfType(
        FleetException.class, () -> large.read(null, body, share, Refusal.BY_SCHEMA));
  }

  @Test
  void aBodyThatFitsIntoNoMemoryIsTooLarge() {
    FleetException refused = refusal(100_000, body("[" + "{},".repeat(5_000) + "0]"));
    assertThat(refused.category()).isEqualTo(ErrorCategory.TOO_LARGE);
    assertThat(refused)
        .hasMessage("Request body needs more memory than the service may use for requests");
  }

  @Test
  void aBodyForWhichNoMemoryIsLeftIsRefusedOnceTheClientHasSentIt() throws IOException {
    InputStream body = body(" ".repeat(999_999));
    assertThat(refusal(50_000, body).category()).isEqualTo(ErrorCategory.OVERLOADED);
    assertThat(body.available()).isZero();
  }

  @Test
  void memoryIsTakenForWhatHasArrivedAndNotForWhatWasAnnounced() {
    MemoryShare share = RequestContextFixture.holdingAtMost(100_000).memory();
    BodyReader large = new BodyReader(new BodyLimit(1_000_000));
    assertThat(large.read("999999", body("{\"a\":1}"), share, Refusal.BY_SCHEMA)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, Integer.MAX_VALUE, Long.MAX_VALUE})
  void aLimitThatNoArrayHoldsIsNone(long bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimit(bytes));
  }
}
