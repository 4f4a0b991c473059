package io.hyperfleet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/a%2Fb", "/%C3%A9", "/%FF", "/a..b", "/..a", "/a;../b", "/%20", "/\u0085", "/%3Ba"
      })
  void aPathOfNamesThatCanBeDecodedLeadsSomewhere(String path) {
    assertThat(RequestTarget.leadsSomewhere(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "a",
        "/%",
        "/%z",
        "/%zz",
        "/%2",
        "/a%00",
        "/%0a",
        "/%0D",
        "/%1F",
        "/%7f",
        "/..",
        "/../x",
        "/a/../..",
        "/a/../b",
        "/;/a",
        "/a/.;x/b",
        "/.;x",
        "/a/%2e;%5c",
        "/a/;x",
        "/a/b/../..",
        "/health/..",
        "/a/%2e%2e/b",
        "/a/..;x/b",
        "/a\b",
        "/\u0000",
        "/a\u007f",
        "/%2e%2e",
        "/..%2f..",
        "/a/..;x/../b",
        "/./..",
        "/..\\",
        "/a/..%5c..%5cb"
      })
  void anyOtherLeadsNowhere(String path) {
    assertThat(RequestTarget.leadsSomewhere(path)).isFalse();
  }
}
