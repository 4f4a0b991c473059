package io.hyperfleet.server.configuration;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.NameLength;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.kind.Parent;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.kind.SpecSchema;
import io.hyperfleet.domain.status.AdapterName;
import java.util.Optional;

/** One kind, as it is declared. What a key means: docs/kinds.md. */
final class KindReader {

  private final GroupReader entity;

  KindReader(GroupReader entity) {
    this.entity = entity;
  }

  /** Of no use if it has faults, which are told. */
  KindDescriptor read() {
    KindDescriptor kind =
        new KindDescriptor(
            new Kind(entity.required("kind", "entity kind cannot be empty")),
            entity.text("plural"),
            parent(),
            new NameLength(entity.count("name_min_len"), entity.count("name_max_len")),
            specSchema(),
            entity.texts("required_adapters").stream().map(AdapterName::new).toList(),
            entity.groups("references").stream().map(KindReader::reference).toList(),
            entity.groups("conditions").stream().map(KindReader::condition).toList());
    entity.refuseOthers();
    return kind;
  }

  private Optional<Parent> parent() {
    OnParentDelete policy = onParentDelete();
    String kind = entity.text("parent_kind");
    return kind.isEmpty() ? Optional.empty() : Optional.of(new Parent(new Kind(kind), policy));
  }

  /** The Go service takes any other word for none, and leaves children behind by a slip. */
  private OnParentDelete onParentDelete() {
    return switch (entity.text("on_parent_delete")) {
      case "" -> OnParentDelete.KEEP;
      case "restrict" -> OnParentDelete.RESTRICT;
      case "cascade" -> OnParentDelete.CASCADE;
      default -> {
        entity.refuse(
            "on_parent_delete", "must be restrict or cascade, or empty to leave children behind");
        yield OnParentDelete.KEEP;
      }
    };
  }

  private Optional<SpecSchema> specSchema() {
    String name = entity.text("spec_schema_name");
    boolean required = entity.isOn("require_spec_schema");
    return name.isEmpty() ? Optional.empty() : Optional.of(new SpecSchema(name, required));
  }

  private static ReferenceRule reference(GroupReader rule) {
    ReferenceRule reference =
        new ReferenceRule(
            rule.required("ref_type"),
            new Kind(rule.required("target_kind")),
            rule.count("min"),
            rule.count("max"));
    rule.refuseOthers();
    return reference;
  }

  private static ConditionRule condition(GroupReader rule) {
    Optional<GroupReader> output = rule.group("output");
    ConditionRule condition =
        new ConditionRule(
            rule.text("type"),
            expression(Optional.of(rule), "when"),
            expression(output, "status"),
            expression(output, "reason"),
            expression(output, "message"));
    output.ifPresent(GroupReader::refuseOthers);
    rule.refuseOthers();
    return condition;
  }

  private static String expression(Optional<GroupReader> rule, String key) {
    Optional<GroupReader> group = rule.flatMap(it -> it.group(key));
    String text = group.map(it -> it.text("expression")).orElse("");
    group.ifPresent(GroupReader::refuseOthers);
    return text;
  }
}
