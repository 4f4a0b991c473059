package io.hyperfleet.domain.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Whether declared kinds can be served together. The texts are published. */
final class CatalogueChecks {

  private static final int NAME_LIMIT = 100;

  private static final int REFERENCE_TYPE_LIMIT = 255;

  /** Of what names a resource with all its owners. */
  private static final int HREF_LIMIT = 500;

  private static final int BASE_LENGTH = "/api/hyperfleet/v1".length();

  private static final int ID_LENGTH = 36;

  /** What a segment of a path can hold without being escaped. */
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

  /** Segments that mean something else where a plural would stand. */
  private static final Set<String> BESIDE_COLLECTIONS = Set.of("openapi", "openapi.html");

  private static final Set<String> BELOW_A_RESOURCE = Set.of("statuses", "force-delete");

  private final List<KindDescriptor> kinds;
  private final Map<Kind, KindDescriptor> known = new LinkedHashMap<>();

  CatalogueChecks(List<KindDescriptor> kinds) {
    this.kinds = kinds;
  }

  void run() {
    each(this::register);
    each(this::checkParent);
    each(this::checkAncestors);
    each(new TakenPlurals()::take);
    each(this::checkReferences);
    each(CatalogueChecks::checkNameLength);
    each(new ConditionChecks(kinds)::check);
    each(new RequiredReferences(known)::refuseCycles);
    each(CatalogueChecks::checkRoutes);
    each(this::checkHref);
  }

  /** A check knows what is wrong, and this one where. */
  private void each(Consumer<KindDescriptor> check) {
    for (int position = 0; position < kinds.size(); position++) {
      try {
        check.accept(kinds.get(position));
      } catch (IllegalArgumentException fault) {
        throw new CatalogueException(position, fault);
      }
    }
  }

  private void register(KindDescriptor kind) {
    refuseIf(
        kind.name().length() > NAME_LIMIT,
        "entity kind \"%s\" is longer than %d characters",
        kind.name(),
        NAME_LIMIT);
    refuseIf(kind.plural().isEmpty(), "entity kind \"%s\" has empty plural", kind.name());
    refuseIf(
        known.put(kind.kind(), kind) != null, "entity kind \"%s\" already registered", kind.name());
  }

  private void checkParent(KindDescriptor kind) {
    kind.parent().map(Parent::kind).ifPresent(parent -> checkParent(kind.kind(), parent));
  }

  private void checkParent(Kind kind, Kind parent) {
    refuseIf(
        !known.containsKey(parent),
        "entity kind \"%s\" references unregistered parent kind \"%s\"",
        kind.name(),
        parent.name());
    DefaultRegistry.onlyParentOf(kind)
        .ifPresent(
            only ->
                refuseIf(
                    !parent.equals(only),
                    "entity kind \"%s\" cannot belong to \"%s\": its table belongs to that of \"%s\"",
                    kind.name(),
                    parent.name(),
                    only.name()));
  }

  private void checkAncestors(KindDescriptor kind) {
    Set<Kind> ancestors = new HashSet<>();
    Optional<Parent> parent = kind.parent();
    while (parent.isPresent()) {
      Kind ancestor = parent.get().kind();
      refuseIf(
          !ancestors.add(ancestor),
          "ownership cycle detected: kind \"%s\" participates in a ParentKind cycle",
          ancestor.name());
      parent = known.get(ancestor).parent();
    }
  }

  private void checkReferences(KindDescriptor kind) {
    Set<String> types = new HashSet<>();
    for (ReferenceRule rule : kind.references()) {
      refuseIf(
          !known.containsKey(rule.target()),
          "entity \"%s\": reference \"%s\" targets unregistered kind \"%s\"",
          kind.name(),
          rule.type(),
          rule.target().name());
      refuseIf(
          !types.add(rule.type()),
          "entity \"%s\": duplicate ref_type \"%s\" in references",
          kind.name(),
          rule.type());
      checkReference(kind.name(), rule);
    }
  }

  private static void checkReference(String kind, ReferenceRule rule) {
    refuseIf(
        rule.max() > 0 && rule.max() < rule.min(),
        "entity \"%s\": reference \"%s\" has max (%d) < min (%d)",
        kind,
        rule.type(),
        rule.max(),
        rule.min());
    refuseIf(
        rule.type().length() > REFERENCE_TYPE_LIMIT,
        "entity \"%s\": ref_type \"%s\" is longer than %d characters",
        kind,
        rule.type(),
        REFERENCE_TYPE_LIMIT);
  }

  private static void checkNameLength(KindDescriptor kind) {
    NameLength length = kind.nameLength();
    refuseIf(
        length.max() > 0 && length.max() < length.min(),
        "entity \"%s\": NameMaxLen (%d) must be >= NameMinLen (%d)",
        kind.name(),
        length.max(),
        length.min());
  }

  private static void checkRoutes(KindDescriptor kind) {
    String plural = kind.plural();
    refuseIf(
        plural.equals("resources"),
        "entity kind \"%s\" uses reserved plural \"resources\" which would shadow /resources root"
            + " endpoint",
        kind.name());
    refuseIf(
        BESIDE_COLLECTIONS.contains(plural)
            || (kind.parent().isPresent() && BELOW_A_RESOURCE.contains(plural)),
        "entity kind \"%s\": a route of plural \"%s\" collides with another route",
        kind.name(),
        plural);
    refuseIf(
        !SEGMENT.matcher(plural).matches() || plural.chars().allMatch(c -> c == '.'),
        "entity kind \"%s\": plural \"%s\" is not a segment of a path",
        kind.name(),
        plural);
  }

  private void checkHref(KindDescriptor kind) {
    int length = BASE_LENGTH;
    Optional<KindDescriptor> level = Optional.of(kind);
    while (level.isPresent()) {
      length += level.get().plural().length() + ID_LENGTH + 2;
      level = level.get().parent().map(parent -> known.get(parent.kind()));
    }
    refuseIf(
        length > HREF_LIMIT,
        "entity kind \"%s\": the href of a resource would have %d characters, more than %d",
        kind.name(),
        length,
        HREF_LIMIT);
  }

  private static void refuseIf(boolean broken, String rule, Object... values) {
    if (broken) {
      throw refusal(rule, values);
    }
  }

  private static IllegalArgumentException refusal(String rule, Object... values) {
    return new IllegalArgumentException(String.format(Locale.ROOT, rule, values));
  }

  /** Each by the kind that came first. */
  private record TakenPlurals(Map<String, KindDescriptor> owners) {

    TakenPlurals() {
      this(new HashMap<>());
    }

    void take(KindDescriptor kind) {
      KindDescriptor other = owners.put(kind.plural(), kind);
      if (other != null) {
        throw refusal(
            "duplicate plural \"%s\": registered by both \"%s\" and \"%s\"",
            kind.plural(), other.name(), kind.name());
      }
    }
  }

  /** References that must exist: in a circle of them, none could be created first. */
  private record RequiredReferences(Map<Kind, KindDescriptor> known, Set<Kind> cleared) {

    RequiredReferences(Map<Kind, KindDescriptor> known) {
      this(known, new HashSet<>());
    }

    void refuseCycles(KindDescriptor kind) {
      follow(kind.kind(), new ArrayList<>());
    }

    private void follow(Kind kind, List<String> path) {
      int start = path.indexOf(kind.name());
      path.add(kind.name());
      refuseIf(
          start >= 0,
          "circular required references (Min > 0): [%s]",
          start < 0 ? "" : String.join(" ", path.subList(start, path.size())));
      if (!cleared.contains(kind)) {
        known.get(kind).references().stream()
            .filter(rule -> rule.min() > 0)
            .forEach(rule -> follow(rule.target(), path));
        cleared.add(kind);
      }
      path.remove(path.size() - 1);
    }
  }
}
