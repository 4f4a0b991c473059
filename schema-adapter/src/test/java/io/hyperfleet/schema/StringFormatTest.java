package io.hyperfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      date      | 2024-02-29
      date-time | 2026-01-31T23:59:60Z
      date-time | 2026-01-31T00:00:00.123456789+02:00
      date-time | 2026-01-31t00:00:00z
      date-time | 2026-01-31T00:00:00
      byte      | ''
      byte      | aGk=
      byte      | aGk_-
      email     | alice@example.com
      uuid      | 0198C0DE-7a11-7c3e-9b1f-3f5d0e9a1c22
      ipv4      | 0.255.199.20
      ipv6      | ::
      ipv6      | 2001:DB8::1
      ipv6      | ::ffff:192.0.2.1
      uri       | https://example.com/a?b#c
      uri       | urn:isbn:1
      """)
  void aTextOfTheFormat(String format, String text) {
    assertThat(StringFormat.named(format).orElseThrow().matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      date      | 2023-02-29
      date      | 2023-13-01
      date      | 2023-1-01
      date      | ''
      date      | 2023-01-01T00:00:00Z
      date-time | 2026-01-31
      date-time | 2026-01-31T24:00:00Z
      date-time | 2026-02-30T00:00:00Z
      date-time | 2026-01-31 00:00:00Z
      date-time | 2026-01-31T00:00Z
      byte      | a=b
      byte      | a b
      email     | alice
      email     | @example.com
      email     | a@b@c
      email     | 'a@b c'
      uuid      | 0198c0de7a117c3e9b1f3f5d0e9a1c22
      uuid      | 0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c2g
      ipv4      | 1.2.3
      ipv4      | 1.2.3.4.5
      ipv4      | 1.2.3.256
      ipv4      | 1.2.3.04
      ipv4      | 1.2.3.4.
      ipv6      | 192.0.2.1
      ipv6      | 1::2::3
      ipv6      | fe80::1%eth0
      ipv6      | localhost
      ipv6      | :
      uri       | /relative
      uri       | 'https://exa mple.com'
      """)
  void aTextOfAnother(String format, String text) {
    assertThat(StringFormat.named(format).orElseThrow().matches(text)).isFalse();
  }

  @Test
  void anUnknownNameIsNoFormat() {
    assertThat(StringFormat.named("hostname")).isEmpty();
    assertThat(StringFormat.named("DATE")).isEmpty();
  }
}
