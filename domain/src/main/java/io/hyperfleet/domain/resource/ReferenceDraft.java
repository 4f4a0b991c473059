package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.ReferenceRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** References that a client asks for and that the kind allows; the targets are still to be seen. */
public final class ReferenceDraft {

  /** More than anybody has needed, and few enough to hold. */
  static final int MOST = 1000;

  private final SortedMap<String, List<ReferenceRequest>> requested;

  private ReferenceDraft(SortedMap<String, List<ReferenceRequest>> requested) {
    this.requested = requested;
  }

  /**
   * Checks what the kind declares: what is missing first, then type by type what is there.
   *
   * @throws FleetException of code {@code VALIDATION} for the first that is wrong
   */
  public static ReferenceDraft accept(
      KindDescriptor kind, Map<String, List<ReferenceRequest>> requested) {
    for (ReferenceRule rule : kind.references()) {
      int count = requested.getOrDefault(rule.type(), List.of()).size();
      refuseIf(
          count < rule.min(),
          "required reference type \"%s\" missing for %s (min %d)",
          rule.type(),
          kind.name(),
          rule.min());
    }
    SortedMap<String, List<ReferenceRequest>> ordered = new TreeMap<>(requested);
    ordered.forEach((type, targets) -> check(kind, type, targets));
    int count = ordered.values().stream().mapToInt(List::size).sum();
    refuseIf(count > MOST, "there must be at most %d references (got %d)", MOST, count);
    return new ReferenceDraft(ordered);
  }

  private static void check(KindDescriptor kind, String type, List<ReferenceRequest> targets) {
    ReferenceRule rule =
        kind.references().stream()
            .filter(declared -> declared.type().equals(type))
            .findFirst()
            .orElseThrow(() -> FleetException.unknownReferenceType(type, kind.name()));
    refuseIf(
        rule.max() > 0 && targets.size() > rule.max(),
        "reference type \"%s\" for %s exceeds max count %d (got %d)",
        type,
        kind.name(),
        rule.max(),
        targets.size());
    Set<String> ids = new HashSet<>();
    for (ReferenceRequest target : targets) {
      refuseIf(target.id().isEmpty(), "reference type \"%s\": id is required", type);
      refuseIf(
          !ids.add(target.id()),
          "reference type \"%s\": duplicate target id \"%s\"",
          type,
          target.id());
      refuseIf(
          !target.kind().equals(rule.target().name()),
          "reference type \"%s\": kind \"%s\" does not match expected target kind \"%s\"",
          type,
          target.kind(),
          rule.target().name());
    }
  }

  /** Everything that may be a target; what is written like no id is none. */
  public Set<Reference> targets() {
    return requested.values().stream()
        .flatMap(List::stream)
        .flatMap(target -> target.reference().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The references, if every target is there to stay.
   *
   * @param found what exists of the {@link #targets()}
   * @throws FleetException of code {@code VALIDATION} for the first that is not
   */
  public References confirm(Collection<HeldResource> found) {
    Map<Reference, HeldResource> targets = new HashMap<>();
    found.forEach(target -> targets.put(target.reference(), target));
    Map<String, List<Reference>> confirmed = new HashMap<>();
    requested.forEach(
        (type, wanted) ->
            confirmed.put(
                type, wanted.stream().map(target -> confirm(type, target, targets)).toList()));
    return References.of(confirmed);
  }

  private static Reference confirm(
      String type, ReferenceRequest wanted, Map<Reference, HeldResource> targets) {
    Optional<HeldResource> target = wanted.reference().map(targets::get);
    refuseIf(
        target.isEmpty(),
        "reference type \"%s\": target %s \"%s\" not found",
        type,
        wanted.kind(),
        wanted.id());
    refuseIf(
        target.get().marked(),
        "reference type \"%s\": target %s \"%s\" is marked for deletion",
        type,
        wanted.kind(),
        wanted.id());
    return target.get().reference();
  }

  private static void refuseIf(boolean broken, String rule, Object... values) {
    if (broken) {
      throw FleetException.invalid(String.format(Locale.ROOT, rule, values));
    }
  }
}
