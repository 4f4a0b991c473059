package io.hyperfleet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

  private static void assertFault(Requested requested, String fault) {
    assertThat(Framing.fault(requested.request()))
        .hasValueSatisfying(it -> assertThat(it).contains(fault));
  }

  private static void assertFine(Requested requested) {
    assertThat(Framing.fault(requested.request())).isEmpty();
  }

  private static Requested post() {
    return new Requested("POST", "/").with("Host", "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
  void aRequestWithoutBodyNeedsNoLength(String method) {
    assertFine(new Requested(method, "/").with("Host", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aRequestThatMayHaveABodySaysHowLongItIs(String method) {
    assertFault(new Requested(method, "/").with("Host", "x"), "A body needs a valid");
    assertFine(new Requested(method, "/").with("Host", "x").with("Content-Length", "0"));
    assertFine(new Requested(method, "/").with("Host", "x").with("Transfer-Encoding", "Chunked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-1", "+5", "5 5", "5,5", "0x5", "\u0665"})
  void aLengthIsANumberOfDigits(String length) {
    assertFault(post().with("Content-Length", length), "not one number");
  }

  @Test
  void twoLengthsAreRefusedEvenIfTheyAgree() {
    assertFault(post().with("Content-Length", "5").with("Content-Length", "5"), "not one number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "gzip, chunked", "chunked, chunked", "xchunked", ""})
  void theOnlyTransferCodingIsChunked(String coding) {
    assertFault(post().with("Transfer-Encoding", coding), "only Transfer-Encoding");
    assertFault(Requested.get("/").with("Transfer-Encoding", coding), "only Transfer-Encoding");
  }

  @Test
  void aLengthGivenTwiceIsRefused() {
    Requested both = post().with("Content-Length", "5").with("Transfer-Encoding", "chunked");
    Requested codings = post().with("Transfer-Encoding", "chunked");
    assertFault(both, "two ways");
    assertFault(codings.with("Transfer-Encoding", "chunked"), "only Transfer-Encoding");
  }

  @Test
  void aTransferCodingIsUnknownToTheOldProtocol() {
    assertFault(post().with("Transfer-Encoding", "chunked").in("HTTP/1.0"), "not known");
  }

  @ParameterizedTest
  @CsvSource({"HTTP/1.1,0,false", "HTTP/1.1,1,true", "HTTP/1.1,2,false", "HTTP/1.0,0,true"})
  void aRequestNamesOneHost(String protocol, int hosts, boolean fine) {
    Requested requested = new Requested("GET", "/").in(protocol);
    for (int i = 0; i < hosts; i++) {
      requested.with("Host", "x");
    }
    assertThat(Framing.fault(requested.request()).isEmpty()).isEqualTo(fine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.1", "http/1.1", ""})
  void otherProtocolsAreRefused(String protocol) {
    assertFault(Requested.get("/").in(protocol), "protocol");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G@T", "get", "M1", "PURGE", "PRI", ""})
  void inventedMethodsAreRefused(String method) {
    assertFault(new Requested(method, "/").with("Host", "x"), "method");
  }
}
