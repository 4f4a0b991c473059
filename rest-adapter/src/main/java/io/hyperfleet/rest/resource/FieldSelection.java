package io.hyperfleet.rest.resource;

import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.domain.error.FleetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members of resources a client wants to see.
 *
 * @param members names of members of a resource, {@code status} not among them
 * @param ownerMembers those of the reference to the owner
 * @param conditionMembers those of each condition; if there are none, the status is not wanted
 * @param unknown names of what resources do not have
 */
record FieldSelection(
    Set<String> members,
    Set<String> ownerMembers,
    Set<String> conditionMembers,
    List<String> unknown) {

  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "kind",
          "name",
          "href",
          "generation",
          "spec",
          "labels",
          "references",
          "tenancy",
          "created_time",
          "created_by",
          "updated_time",
          "updated_by",
          "deleted_time",
          "deleted_by");

  private static final List<String> OWNER_MEMBERS = List.of("id", "kind", "href");

  private static final List<String> CONDITION_MEMBERS =
      List.of(
          "type",
          "status",
          "reason",
          "message",
          "observed_generation",
          "created_time",
          "last_updated_time",
          "last_transition_time");

  private static final Map<String, ResourcePart> PARTS =
      Map.of(
          "spec", ResourcePart.SPEC,
          "tenancy", ResourcePart.TENANCY,
          "labels", ResourcePart.LABELS,
          "references", ResourcePart.REFERENCES);

  private static final String OWNER = "owner_references";
  private static final String STATUS = "status.";
  private static final String CONDITIONS = "status.conditions";

  FieldSelection {
    members = Set.copyOf(members);
    ownerMembers = Set.copyOf(ownerMembers);
    conditionMembers = Set.copyOf(conditionMembers);
    unknown = List.copyOf(unknown);
  }

  /**
   * What the texts name, separated by commas; the id is always wanted. Empty if they name nothing,
   * and then everything is.
   */
  static Optional<FieldSelection> of(Collection<String> texts) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : texts) {
      for (String name : text.split(",", -1)) {
        if (!name.isBlank()) {
          names.add(name.strip());
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(named(names));
  }

  private static FieldSelection named(Set<String> names) {
    Set<String> members = new LinkedHashSet<>(Set.of("id"));
    Set<String> ofOwner = new LinkedHashSet<>();
    Set<String> ofConditions = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      List<String> owner = named(name, OWNER, OWNER_MEMBERS);
      List<String> condition =
          named(name.equals(STATUS + "*") ? CONDITIONS : name, CONDITIONS, CONDITION_MEMBERS);
      ofOwner.addAll(owner);
      ofConditions.addAll(condition);
      if (MEMBERS.contains(name)) {
        members.add(name);
      } else if (owner.isEmpty() && condition.isEmpty()) {
        unknown.add(name);
      }
    }
    return new FieldSelection(members, ofOwner, ofConditions, unknown);
  }

  /** The members of a part of resources that a name stands for: all, one or none. */
  private static List<String> named(String name, String part, List<String> members) {
    if (name.equals(part) || name.equals(part + ".*")) {
      return members;
    }
    return members.stream().filter(member -> name.equals(part + "." + member)).toList();
  }

  /**
   * Refuses unknown names, which is not done at once because other things are told first. Of names
   * that several types do not have, those of the outermost one are told.
   */
  FieldSelection requireKnown() {
    for (String type : List.of("Resource", "ResourceStatus", "ResourceCondition")) {
      List<String> missing = unknown.stream().filter(name -> typeOf(name).equals(type)).toList();
      if (!missing.isEmpty()) {
        throw FleetException.invalid(
            "The following field(s) doesn't exist in `%s`: %s"
                .formatted(type, String.join(", ", missing)));
      }
    }
    return this;
  }

  private static String typeOf(String name) {
    if (name.startsWith(CONDITIONS + ".")) {
      return "ResourceCondition";
    }
    return name.startsWith(STATUS) ? "ResourceStatus" : "Resource";
  }

  boolean has(String member) {
    return members.contains(member);
  }

  /** What has to be read for it. */
  Set<ResourcePart> parts() {
    Set<ResourcePart> parts = EnumSet.noneOf(ResourcePart.class);
    members.stream().filter(PARTS::containsKey).map(PARTS::get).forEach(parts::add);
    if (!conditionMembers.isEmpty()) {
      parts.add(ResourcePart.CONDITIONS);
    }
    return parts;
  }
}
