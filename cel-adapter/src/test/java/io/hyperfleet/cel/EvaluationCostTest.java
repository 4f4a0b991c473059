package io.hyperfleet.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.kind.ConditionRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationCostTest {

  private final Evaluating items =
      Evaluating.spec(
          "{\"items\":%s,\"others\":%s,\"few\":%s,\"long\":\"%s\",\"most\":\"%s\"}"
              .formatted(
                  list(1000), list(1000), list(150), "x".repeat(900_000), "y".repeat(50_000)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resource.spec.items.exists(i, i == 900.0)                | true
          resource.spec.few.all(i, resource.spec.items != "")      | true
          resource.spec.items.filter(i, i < 5.0)                   | [0,1,2,3,4]
          size(resource.spec.items.map(i, i)) == 1000              | failed
          resource.spec.items.all(i, resource.spec.items.all(j, i + j >= 0.0)) | failed
          resource.spec.few.all(i, i in resource.spec.others)    | failed
          resource.spec.items == resource.spec.others              | true
          resource.spec.few.all(i, resource.spec.items == resource.spec.others) | failed
          [1, 2, 3].all(i, resource.spec.items == resource.spec.others) | true
          900.0 in resource.spec.items                             | true
          resource.spec.few.all(i, !resource.spec.most.contains("z")) | failed
          resource.spec.few.all(i, !resource.spec.most.matches("z")) | failed
          resource.spec.few.all(i, resource.spec.long.endsWith("x")) | failed
          resource.spec.few.all(i, size(resource.spec.long) > 0) | failed
          resource.spec.few.all(i, toJson(resource.spec.long) != "") | failed
          size(resource.spec.long)                                 | 900000
          toJson([resource.spec.long]) == ""                       | false
          toJson(resource.spec.long) == toJson(resource.spec.long) | failed
          size(resource.spec.long + "")                            | failed
          size(resource.spec.most + "")                            | 50000
          """)
  void whatCostsTooMuchFails(String expression, String text) {
    if (text.equals("failed")) {
      assertThatThrownBy(() -> items.text(expression))
          .hasMessageEndingWith(
              "for Gauge.Calm: message expression evaluation failed: it costs more than 10000");
    } else {
      assertThat(items.text(expression)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.spec.items.exists(i, !resource.spec.items.all(j, i + j >= 0.0)) || true",
        "true || resource.spec.items.exists(i, resource.spec.items.exists(j, i + j < 0.0))",
        "resource.spec.items.all(i, resource.spec.items.all(j, i + j >= 0.0)) && false",
        "resource.spec.items.exists(i, i < 0.0 || resource.spec.none.exists(j, j == i))"
      })
  void aFailureThatCouldBeOverlookedEndsToo(String expression) {
    if (expression.startsWith("true")) {
      assertThat(items.text(expression)).isEqualTo("true");
    } else {
      assertThatThrownBy(() -> items.text(expression)).hasMessageContaining("failed: ");
    }
  }

  @Test
  void aTextDoesNotGrowWithoutEnd() {
    String doubling = "[\"x\"]" + ".map(t, t + t)".repeat(40) + "[0]";

    assertThatThrownBy(() -> items.text(doubling)).hasMessageContaining("it costs more than");
  }

  @Test
  void aListDoesNotGrowWithoutEnd() {
    String doubling = "[[1]]" + ".map(t, t + t)".repeat(40) + "[0].size()";

    assertThatThrownBy(() -> items.text(doubling)).hasMessageContaining("it costs more than");
  }

  @Test
  void aTreeThatContainsItselfManyTimesIsNotCompared() {
    String nested = "[[1]]" + ".map(t, [t, t])".repeat(100);

    assertThatThrownBy(() -> items.text(nested + " == " + nested))
        .hasMessageContaining("it costs more than");
  }

  @Test
  void copiesOfALongListAreNotKept() {
    assertThatThrownBy(
            () -> items.text("resource.spec.items.map(i, resource.spec.items + [i]).size()"))
        .hasMessageContaining("it costs more than");
  }

  @Test
  void eachExpressionOfARuleHasCostsOfItsOwn() {
    String dear = "resource.spec.items.exists(i, i == 900.0)";

    assertThat(items.outcome(new ConditionRule("Calm", dear, dear, dear, dear)).message())
        .isEqualTo("true");
  }

  private static String list(int size) {
    return IntStream.range(0, size)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
