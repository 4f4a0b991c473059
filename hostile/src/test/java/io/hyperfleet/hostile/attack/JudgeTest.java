package io.hyperfleet.hostile.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.hostile.wire.Answer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final String PROBLEM = "{\"code\":\"%s\",\"trace_id\":\"abc\"}";

  private static Answer answer(int status, String body, String... headers) {
    Map<String, String> all = new TreeMap<>();
    all.put("x-content-type-options", "nosniff");
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return new Answer("HTTP/1.1 " + status + " So", all, body);
  }

  private static Answer problem(int status, String code, String... headers) {
    Answer answer = answer(status, PROBLEM.formatted(code), headers);
    answer.headers().put("content-type", "application/problem+json");
    answer.headers().putIfAbsent("x-request-id", "abc");
    return answer;
  }

  @Test
  void aProblemWithItsIdAndABareStatusAreClean() {
    assertThat(Judge.fault(problem(404, "HYPERFLEET-NTF-001"))).isEmpty();
    assertThat(Judge.fault(problem(503, "HYPERFLEET-SVC-001", "retry-after", "1"))).isEmpty();
    assertThat(Judge.fault(answer(400, ""))).isEmpty();
    assertThat(
            Judge.fault(
                answer(
                    404,
                    "{\"trace_id\":\"\"}",
                    "content-type",
                    "application/problem+json",
                    "x-request-id",
                    "abc")))
        .isEmpty();
    assertThat(Judge.fault(answer(200, "{}"))).isEmpty();
  }

  @Test
  void anAnswerThatBrowsersMayGuessAboutIsNot() {
    assertThat(Judge.fault(new Answer("HTTP/1.1 200 OK", Map.of(), ""))).contains("no nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CWWWC0005I", "<html>", "java.lang.X", "NullPointerException", "SRVE0777E"})
  void wordsOfTheServerAreFound(String body) {
    assertThat(Judge.fault(answer(200, body))).isPresent();
  }

  @Test
  void aProblemOfAnotherRequestIsFound() {
    assertThat(Judge.fault(problem(404, "HYPERFLEET-NTF-001", "x-request-id", "other")))
        .isPresent();
  }

  @Test
  void aFailureOfTheServerIsFound() {
    assertThat(Judge.fault(problem(500, "HYPERFLEET-INT-001", "retry-after", "1"))).isPresent();
    assertThat(Judge.fault(problem(503, "HYPERFLEET-SVC-001"))).isPresent();
    assertThat(Judge.fault(answer(500, ""))).isPresent();
  }
}
