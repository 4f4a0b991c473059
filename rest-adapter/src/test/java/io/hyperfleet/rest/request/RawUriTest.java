package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawUriTest {

  private static final String SIGNS = "%%%0123fFzZ^|\"<>{}[]`#;/?&=+ \\";

  @ParameterizedTest
  @CsvSource({
    "/a^b,/a%5Eb",
    "/a|b,/a%7Cb",
    "/<>{}[]`,/%3C%3E%7B%7D%5B%5D%60",
    "/a;b,/a%3Bb",
    "/a\\b,/a%5Cb",
    "/a%b,/a%25b",
    "/a%2Fb%zz,/a%2Fb%25zz",
    "/é,/%E9"
  })
  void whatNoUriMayHoldIsEncoded(String raw, String encoded) {
    assertThat(RawUri.path(raw)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "*", "/api/hyperfleet/v1/clusters/a-b_c.~d", "/%00%2f%C3%A9", ""})
  void whatIsFineStaysTheSameObject(String raw) {
    assertThat(RawUri.path(raw)).isSameAs(raw);
    assertThat(RawUri.query(raw)).isSameAs(raw);
  }

  @Test
  void noQueryStaysNone() {
    assertThat(RawUri.query(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"a=1&b=%2F,true", "'',true", "a%&b,false", "%z0,false", "a%2,false", "%,false"})
  void aPercentSignMustStartAByte(String query, boolean decodable) {
    assertThat(RawUri.isDecodable(query)).isEqualTo(decodable);
  }

  @ParameterizedTest
  @CsvSource({
    "/a,true",
    "/%C3%A9,true",
    "/\u00c3\u00a9,true",
    "/%,true",
    "/%FF,false",
    "/\u00e9,false"
  })
  void aPathIsText(String path, boolean text) {
    assertThat(RawUri.isText(path)).isEqualTo(text);
  }

  @Test
  void whateverIsSentBecomesAUriThatSaysTheSame() {
    Random random = new Random(9);
    for (int round = 0; round < 20_000; round++) {
      String raw = '/' + text(random);
      String path = RawUri.path(raw);
      String query = RawUri.query(raw);

      assertThatNoException().isThrownBy(() -> URI.create("http://x" + path + '?' + query));
      assertThat(RawUri.path(path)).isSameAs(path);
      if (RawUri.isDecodable(raw)) {
        assertThat(decoded(path)).isEqualTo(decoded(raw));
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      // Often the signs that matter, now and then any byte.
      text.append(
          random.nextInt(4) == 0
              ? (char) random.nextInt(1, 256)
              : SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
  }
}
