package io.hyperfleet.cel;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.MappedOutcome;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.List;

/** Evaluates single expressions, as the message of a rule that always applies. */
final class Evaluating {

  private final CelConditionRules rules = new CelConditionRules();
  private final Resource resource;
  private final List<AdapterReport> reports;

  Evaluating(Resource resource, AdapterReport... reports) {
    this.resource = resource;
    this.reports = List.of(reports);
  }

  static Evaluating spec(String json) {
    return new Evaluating(ResourceFixture.root(new Kind("Gauge")).withSpec(json).build());
  }

  static Evaluating data(String json) {
    return new Evaluating(
        ResourceFixture.root(new Kind("Gauge")).build(), Reports.of("probe", json));
  }

  String text(String expression) {
    return outcome(new ConditionRule("Calm", "true", "true", "''", expression)).message();
  }

  MappedOutcome outcome(ConditionRule rule) {
    return outcomes(rule).get(0);
  }

  List<MappedOutcome> outcomes(ConditionRule... declared) {
    KindDescriptor kind = KindFixture.root("Gauge", "gauges").withConditions(declared).build();
    return rules.evaluate(kind, resource, reports);
  }
}
