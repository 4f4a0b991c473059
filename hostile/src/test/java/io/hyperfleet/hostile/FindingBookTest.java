package io.hyperfleet.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class FindingBookTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final FindingBook findings = new FindingBook(new PrintStream(bytes, true, UTF_8));

  @Test
  void theFirstOfAKindIsPrintedWithItsBytesAndTheOthersAreCounted() {
    findings.add("fuzz", 3, "answered 500 after 17 ms", "GET /\u00e9 HTTP/1.1\r\n");
    findings.add("fuzz", 4, "answered 500 after 18 ms", "GET / HTTP/1.1\r\n");
    findings.add("lists", 1, "answered 500 after 17 ms", "");
    findings.summary();

    assertThat(findings.kinds()).isEqualTo(2);
    assertThat(bytes.toString(UTF_8))
        .containsSubsequence(
            "FOUND by fuzz in round 3: answered 500 after 17 ms",
            "sent: GET /\\351 HTTP/1.1\\r\\n",
            "FOUND by lists in round 1",
            "2 x fuzz: answered",
            "1 x lists: answered")
        .doesNotContain("round 4");
  }

  @Test
  void whoeverFindsSomethingEverywhereIsToldSo() {
    for (char c = 'a'; c < 'a' + 80; c++) {
      findings.add("fuzz", 1, "an answer with " + c, "");
    }

    assertThat(findings.kinds()).isEqualTo(51);
  }

  @Test
  void whatWasSentCanBeGivenToAShell() {
    assertThat(FindingBook.escaped("'%\\\0")).isEqualTo("\\047%%\\\\\\000");
  }
}
