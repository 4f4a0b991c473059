package io.hyperfleet.cel;

import dev.cel.runtime.CelVariableResolver;
import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the expressions of all rules see of one resource. Each variable is made when it is asked
 * for, and JSON is read when something in it is. For one thread.
 */
final class RuleVariables implements CelVariableResolver {

  private final Resource resource;
  private final List<AdapterReport> reports;
  private Map<String, Object> asMap;
  private List<Map<String, Object>> statuses;

  RuleVariables(Resource resource, List<AdapterReport> reports) {
    this.resource = resource;
    this.reports = reports;
  }

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case "resource" -> Optional.of(resource());
      case "statuses" -> Optional.of(statuses());
      default -> Optional.empty();
    };
  }

  private Map<String, Object> resource() {
    if (asMap == null) {
      asMap = asMap(resource);
    }
    return asMap;
  }

  private List<Map<String, Object>> statuses() {
    if (statuses == null) {
      statuses =
          reports.stream().filter(RuleVariables::isCertain).map(RuleVariables::asMap).toList();
    }
    return statuses;
  }

  private static Map<String, Object> asMap(Resource resource) {
    Audit audit = resource.audit();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ID", resource.id().toString());
    map.put("CreatedTime", audit.created().time().toString());
    map.put("UpdatedTime", audit.updated().time().toString());
    map.put("kind", resource.kind().name());
    map.put("name", resource.name().value());
    map.put("href", resource.href());
    map.put("created_by", audit.created().by());
    map.put("updated_by", audit.updated().by());
    map.put("spec", MaskedObject.within(resource.spec()));
    map.put("tenancy", MaskedObject.within(resource.tenancy()));
    map.put("generation", (double) resource.generation());
    audit.deleted().ifPresent(deleted -> map.put("deleted_by", deleted.by()));
    audit.deleted().ifPresent(deleted -> map.put("deleted_time", deleted.time().toString()));
    resource.owner().ifPresent(owner -> map.put("owner_id", owner.id().toString()));
    resource.owner().ifPresent(owner -> map.put("owner_kind", owner.kind().name()));
    resource.owner().ifPresent(owner -> map.put("owner_href", owner.href()));
    return map;
  }

  /** A report that is not certain of one thing is not looked at, whatever else it says. */
  private static boolean isCertain(AdapterReport report) {
    return report.conditions().stream()
        .noneMatch(condition -> condition.status() == ConditionStatus.UNKNOWN);
  }

  private static Map<String, Object> asMap(AdapterReport report) {
    return Map.of(
        "adapter", report.adapter().value(),
        "observed_generation", (double) report.observedGeneration(),
        "conditions", report.conditions().stream().map(RuleVariables::asMap).toList(),
        "data", MaskedObject.of(report.data()));
  }

  private static Map<String, Object> asMap(ReportedCondition condition) {
    return Map.of(
        "type", condition.type(),
        "status", condition.status().wire(),
        "reason", condition.reason().orElse(""),
        "message", condition.message().orElse(""));
  }
}
