package io.hyperfleet.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionExpressionsTest {

  private static final KindDescriptor GAUGE = KindFixture.root("Gauge", "gauges").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statuses.exists(s, s.adapter == \"a\" && s.conditions.exists(c, c.type == \"Zeroed\"))",
        "resource.spec.exists(k, k == \"limit\")",
        "dig(resource, \"spec.limit\") == 0.0",
        "dig(statuses.filter(s, s.adapter == \"probe\")[0], \"data.value\") != null",
        "resource.?spec.?replicas.orValue(0) > 1",
        "resource.?deleted_time.hasValue()",
        "has(resource.spec.limit) && resource.name.matches(\"^[a-z]+$\")",
        "timestamp(resource.CreatedTime) < timestamp(\"2026-01-02T03:04:05Z\")",
        "duration(\"1h30m\") < duration(resource.spec.window)",
        "resource.spec.isOn",
        "false"
      })
  void whatCanBeABooleanMayDecide(String expression) {
    assertThat(problems(new ConditionRule("T", expression, "true", "''", "''"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statuses.filter(s, s.adapter == \"a\")[0].conditions.filter(c, c.type == \"Z\")[0].status",
        "\"zero point: \" + statuses.filter(s, s.adapter == \"a\")[0].conditions[0].message",
        "toJson(dig(resource, \"spec.limit\"))",
        "string(dig(statuses.filter(s, s.adapter == \"probe\")[0], \"data.value\"))",
        "resource.name == \"\" ? dyn(null) : dyn(\"Probed\")",
        "resource.name == \"\" ? dyn(null) : \"Probed\"",
        "resource.?spec.optMap(it, it.limit).orValue(null)",
        "statuses.map(s, s.adapter)[0]",
        "\"a\"\n  + \"b\"",
        "1.5",
        "null"
      })
  void whateverHasAFormAsTextMayBeSaid(String expression) {
    assertThat(problems(new ConditionRule("T", "true", expression, expression, expression)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 +                   | invalid CEL expression: ERROR: <input>:1:4: mismatched input
          statuses.exists(s     | invalid CEL expression: ERROR: <input>:1:18: missing ')'
          nobody                | CEL check failed: ERROR: <input>:1:1: undeclared reference to 'nobody'
          dig(resource)         | CEL check failed: ERROR: <input>:1:4: found no matching overload for 'dig'
          toJson(resource) + 1  | CEL check failed: ERROR: <input>:1:18: found no matching overload
          true ? null : "x"     | CEL check failed: ERROR: <input>:1:6: found no matching overload
          1 < 2.0               | CEL check failed: ERROR: <input>:1:3: found no matching overload
          resource.lowerAscii() | CEL check failed: ERROR: <input>:1:20: undeclared reference
          duration("1 day")     | failed to compile CEL expression: ERROR: <input>:1:10: duration
          timestamp("noon")     | failed to compile CEL expression: ERROR: <input>:1:11: timestamp
          """)
  void theTextSaysHowFarAnExpressionCame(String expression, String problem) {
    List<String> problems = problems(new ConditionRule("Calm", "true", expression, "''", "''"));

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("Gauge.Calm.output.status: " + problem);
    assertThat(problems.get(0).lines()).hasSize(2).last().isEqualTo("Expression: " + expression);
  }

  @Test
  void eachExpressionIsToldUnderItsName() {
    ConditionRule rule = new ConditionRule("Calm", "when", "status", "reason", "message");

    assertThat(problems(rule))
        .extracting(text -> text.replaceFirst("(?s): .*: ", " | "))
        .containsExactly(
            "Gauge.Calm.when | when",
            "Gauge.Calm.output.status | status",
            "Gauge.Calm.output.reason | reason",
            "Gauge.Calm.output.message | message");
  }

  @Test
  void severalFaultsOfOneExpressionStayInOneLine() {
    assertThat(problems(new ConditionRule("Calm", "true", "a + b", "''", "''")).get(0).lines())
        .first()
        .asString()
        .matches(".*<input>:1:1: .*'a'.*; ERROR: <input>:1:5: .*'b'.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "1", "null", "statuses", "toJson(resource)", "[true]"})
  void whatCanBeNoBooleanMayNotDecide(String expression) {
    assertThat(problems(new ConditionRule("Calm", expression, "true", "''", "''")))
        .singleElement()
        .asString()
        .startsWith("Gauge.Calm.when: CEL check failed: ERROR: <input>:1:")
        .contains("expected type 'bool' but found '");
  }

  @Test
  void anExpressionHasALimitedSize() {
    String most = "'" + "x".repeat(CelReader.MAX_CODE_POINTS - 2) + "'";

    assertThat(problems(new ConditionRule("T", "true", most, "''", "''"))).isEmpty();
    assertThat(problems(new ConditionRule("T", "true", most + " ", "''", "''")))
        .singleElement()
        .asString()
        .startsWith("Gauge.T.output.status: invalid CEL expression: ")
        .contains("size: 100001, limit 100000");
  }

  @Test
  void anExpressionHasALimitedDepth() {
    assertThat(problems(nested(300)))
        .singleElement()
        .asString()
        .startsWith("Gauge.T.output.status: invalid CEL expression: ")
        .contains("recursion limit exceeded");
  }

  @Test
  void whatIsTooDeepForTheStackIsNoFailureOfTheProgram() throws InterruptedException {
    problems(nested(1));
    List<String> problems = new ArrayList<>();
    Thread small =
        new Thread(null, () -> problems.addAll(problems(nested(240))), "small", 192 * 1024);
    small.start();
    small.join();

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("Gauge.T.output.status: invalid CEL expression: it is nested too deeply\n");
  }

  private static ConditionRule nested(int depth) {
    return new ConditionRule("T", "true", "[".repeat(depth) + "]".repeat(depth), "''", "''");
  }

  private static List<String> problems(ConditionRule rule) {
    return new CelConditionExpressions().problems(GAUGE, rule);
  }
}
