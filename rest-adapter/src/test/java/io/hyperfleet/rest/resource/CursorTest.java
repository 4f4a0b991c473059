package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final String LIST = "/clusters\nname='a'\nname";

  private static final ListPosition POSITION =
      new ListPosition(
          List.of(
              Optional.of(new Text("na\u00efve \ud83d\ude80")),
              Optional.empty(),
              Optional.of(Numeric.of(7)),
              Optional.of(new Time(Instant.parse("2026-11-20T10:11:12.345678Z"))),
              Optional.of(new Text("")),
              Optional.of(new Text("01a3c6a8-7d00-7000-8000-000000000001"))));

  @Test
  void aPositionComesBackAsItWas() {
    assertThat(Cursor.read(Cursor.write(POSITION, LIST), LIST)).contains(POSITION);
  }

  @Test
  void itNeedsNoEncodingInAUrl() {
    assertThat(Cursor.write(POSITION, LIST)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void itBelongsToOneList() {
    assertThat(Cursor.read(Cursor.write(POSITION, LIST), LIST + " desc")).isEmpty();
  }

  @Test
  void whateverByteChangesItIsNoneAnyMore() {
    byte[] bytes = Base64.getUrlDecoder().decode(Cursor.write(POSITION, LIST));
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThat(Cursor.read(text(changed), LIST)).as("changed at %d", at).isEmpty();
      assertThat(Cursor.read(text(Arrays.copyOf(bytes, at)), LIST)).as("cut at %d", at).isEmpty();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAA", "%", "a b", "\u00e9"})
  void whatIsNoCursorIsNone(String text) {
    assertThat(Cursor.read(text, LIST)).isEmpty();
    assertThat(Cursor.read(text.repeat(100_000), LIST)).isEmpty();
  }
}
