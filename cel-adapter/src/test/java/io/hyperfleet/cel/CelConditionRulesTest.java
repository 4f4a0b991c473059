package io.hyperfleet.cel;

import static io.hyperfleet.domain.status.ConditionStatus.FALSE;
import static io.hyperfleet.domain.status.ConditionStatus.TRUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.MappedOutcome;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelConditionRulesTest {

  private static final Resource GAUGE =
      ResourceFixture.root(new Kind("Gauge"))
          .withSpec("{\"limit\":{\"password\":\"p\",\"n\":[1,2.5]},\"word\":\"hunter2\"}")
          .build();

  private static final AdapterReport VALIDATION =
      Reports.of(
          "validation",
          "{}",
          Reports.says("Available", TRUE),
          Reports.says("QuotaValid", TRUE, "QuotaSufficient", "Quota check passed"),
          Reports.says("PolicyValid", FALSE, "PolicyViolated", "Two policies are violated"));

  private final Evaluating rules =
      new Evaluating(GAUGE, VALIDATION, Reports.of("probe", "{\"value\":\"seven\"}"));

  @Test
  void aConditionOfAnAdapterBecomesOneOfTheResource() {
    assertThat(rules.outcomes(copying("QuotaValid"), copying("PolicyValid")))
        .containsExactly(
            new MappedOutcome(
                "PolicyValid", "False", "PolicyViolated", "Two policies are violated"),
            new MappedOutcome("QuotaValid", "True", "QuotaSufficient", "Quota check passed"));
  }

  @Test
  void whatNobodyReportedIsNoCondition() {
    assertThat(rules.outcomes(copying("LicenseValid"))).isEmpty();
    assertThat(new Evaluating(GAUGE).outcomes(copying("QuotaValid"))).isEmpty();
  }

  @Test
  void theSpecAndTheDataOfReportsDecideToo() {
    ConditionRule alarmed =
        new ConditionRule(
            "Alarmed",
            "resource.spec.exists(k, k == \"limit\")",
            "dig(resource, \"spec.limit\") == 0.0",
            "\"LimitIsSet\"",
            "toJson(dig(resource, \"spec.limit\"))");
    ConditionRule measured =
        new ConditionRule(
            "Measured",
            "statuses.exists(s, s.adapter == \"probe\")",
            "dig(statuses.filter(s, s.adapter == \"probe\")[0], \"data.value\") != null",
            "resource.name == \"\" ? dyn(null) : dyn(\"Probed\")",
            "string(dig(statuses.filter(s, s.adapter == \"probe\")[0], \"data.value\"))");

    assertThat(rules.outcomes(measured, alarmed))
        .containsExactly(
            new MappedOutcome(
                "Alarmed",
                "false",
                "LimitIsSet",
                "{\"n\":[1,2.5],\"password\":\"***REDACTED***\"}"),
            new MappedOutcome("Measured", "true", "Probed", "seven"));
  }

  @Test
  void aNumberOfTheDataIsPartOfAMessage() {
    String message =
        "\"Quota of \" + resource.name + \": \""
            + " + string(dig(statuses.filter(s, s.adapter == \"probe\")[0], \"data.quota\"))";
    Resource named = ResourceFixture.cluster().named("c-1").build();

    assertThat(new Evaluating(named, Reports.of("probe", "{\"quota\":80}")).text(message))
        .isEqualTo("Quota of c-1: 80");
  }

  @Test
  void outcomesAreInTheOrderOfTheBytesOfTheirTypes() {
    assertThat(rules.outcomes(saying("a"), saying("\uFF5E"), saying("😀"), saying("B")))
        .extracting(MappedOutcome::type)
        .containsExactly("B", "a", "\uFF5E", "😀");
  }

  @Test
  void theSameRuleOfAnotherKindHasTheSameResult() {
    Evaluating other = new Evaluating(ResourceFixture.cluster().build(), VALIDATION);

    assertThat(other.outcomes(copying("QuotaValid")))
        .isEqualTo(rules.outcomes(copying("QuotaValid")));
  }

  @Test
  void aKindWithoutRulesLooksAtNothing() {
    assertThat(
            new CelConditionRules()
                .evaluate(KindFixture.root("Crate", "crates").build(), null, null))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resource.spec.none == 1         | attribute not found (at character 13)
          statuses[9].adapter == "a"      | index out of bounds (at character 8)
          1 / int(size(statuses) - 2) > 0 | divide by zero (at character 2)
          resource.spec.word > 1          | overload not found (at character 19)
          int(resource.spec.word) == 1    | bad format (at character 3)
          resource.spec[resource.spec.word] == 1 | attribute not found (at character 13)
          dyn("a".matches(resource.spec.word + "(")) | no valid pattern (at character 15)
          """)
  void aFailureSaysItsSortAndItsPlaceAndNoValue(String when, String problem) {
    assertThatThrownBy(() -> rules.outcomes(new ConditionRule("Calm", when, "true", "''", "''")))
        .hasMessage(
            "Condition mapping failed: condition mapping failed for Gauge.Calm:"
                + " when expression evaluation failed: "
                + problem)
        .hasNoCause()
        .asInstanceOf(InstanceOfAssertFactories.type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void aConditionThatIsNoBooleanIsAFailure() {
    assertThatThrownBy(
            () ->
                rules.outcomes(new ConditionRule("Calm", "resource.spec.word", "true", "''", "''")))
        .hasMessageEndingWith("for Gauge.Calm: when expression did not return boolean");
  }

  @ParameterizedTest
  @CsvSource({
    "resource.none, true, true, status",
    "true, resource.none, true, reason",
    "true, true, resource.none, message"
  })
  void aFailureNamesTheOutput(String status, String reason, String message, String name) {
    assertThatThrownBy(
            () -> rules.outcomes(new ConditionRule("Calm", "true", status, reason, message)))
        .hasMessageEndingWith(
            "for Gauge.Calm: "
                + name
                + " expression evaluation failed: attribute not found (at character 8)");
  }

  @Test
  void outputsOfARuleThatDoesNotApplyAreNotEvaluated() {
    assertThat(rules.outcomes(new ConditionRule("Calm", "false", "resource.none", "''", "''")))
        .isEmpty();
  }

  @Test
  void oneFailingRuleLeavesNoOutcomeOfTheOthers() {
    assertThatThrownBy(
            () ->
                rules.outcomes(
                    saying("A"), new ConditionRule("B", "resource.none", "true", "''", "''")))
        .hasMessageContaining("for Gauge.B: ");
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    CelConditionRules shared = new CelConditionRules();
    List<List<MappedOutcome>> expected =
        IntStream.range(0, 8).mapToObj(thread -> busy(new CelConditionRules(), thread)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CyclicBarrier start = new CyclicBarrier(8);
      List<Callable<List<MappedOutcome>>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int number = thread;
        tasks.add(
            () -> {
              start.await();
              return busy(shared, number);
            });
      }
      List<List<MappedOutcome>> results = new ArrayList<>();
      for (Future<List<MappedOutcome>> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      assertThat(results).isEqualTo(expected);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<MappedOutcome> busy(CelConditionRules shared, int thread) {
    String spec =
        IntStream.range(0, 100)
            .mapToObj(item -> "\"" + thread + "-" + item + "\"")
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    Resource resource = ResourceFixture.root(new Kind("Gauge")).withSpec(spec).build();
    ConditionRule counting =
        new ConditionRule(
            "Counted",
            "resource.spec.items.exists(i, i == \"%d-99\") || true".formatted(thread % 2),
            "resource.spec.items.all(i, i.startsWith(\"%d-\"))".formatted(thread % 2),
            "resource.spec.items[7]",
            "toJson(resource.spec.items.filter(i, i.endsWith(\"5\")))");
    List<MappedOutcome> outcomes = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      outcomes.addAll(
          shared.evaluate(
              KindFixture.root("Gauge", "gauges").withConditions(counting).build(),
              resource,
              List.of()));
    }
    return outcomes;
  }

  private static ConditionRule saying(String type) {
    return new ConditionRule(type, "true", "true", "''", "''");
  }

  private static ConditionRule copying(String type) {
    String found =
        "statuses.filter(s, s.adapter == \"validation\")[0]"
            + ".conditions.filter(c, c.type == \"%s\")[0]".formatted(type);
    return new ConditionRule(
        type,
        "statuses.exists(s, s.adapter == \"validation\""
            + " && s.conditions.exists(c, c.type == \"%s\"))".formatted(type),
        found + ".status",
        found + ".reason",
        found + ".message");
  }
}
