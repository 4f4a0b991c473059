package io.hyperfleet.domain.kind;

import io.hyperfleet.domain.status.AdapterName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of one kind, as they are declared. Whether they make sense beside those of the other
 * kinds is for the {@link KindCatalogue} to say.
 *
 * @param plural the segment of the path that names the collection
 * @param parent empty for a root
 * @param requiredAdapters those that must report before a resource is reconciled, in the order in
 *     which their conditions are shown
 * @param conditions rules of further conditions, in the order of their declaration
 */
public record KindDescriptor(
    Kind kind,
    String plural,
    Optional<Parent> parent,
    NameLength nameLength,
    Optional<SpecSchema> specSchema,
    List<AdapterName> requiredAdapters,
    List<ReferenceRule> references,
    List<ConditionRule> conditions) {

  public KindDescriptor {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(plural, "plural");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(nameLength, "nameLength");
    Objects.requireNonNull(specSchema, "specSchema");
    requiredAdapters = List.copyOf(requiredAdapters);
    references = List.copyOf(references);
    conditions = List.copyOf(conditions);
  }

  /** The name of the kind, as it appears in the member {@code kind} and in messages. */
  public String name() {
    return kind.name();
  }
}
