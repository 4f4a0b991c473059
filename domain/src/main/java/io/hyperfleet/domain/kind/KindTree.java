package io.hyperfleet.domain.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A kind and those below it whose resources go when one of it goes.
 *
 * @param levels children first, then theirs; no level is empty
 */
public record KindTree(KindDescriptor root, List<List<KindDescriptor>> levels) {

  public KindTree {
    levels = levels.stream().map(List::copyOf).toList();
  }

  /** What a deletion takes with it. */
  public static KindTree cascade(KindCatalogue kinds, KindDescriptor root) {
    return of(kinds, root, policy -> policy == OnParentDelete.CASCADE);
  }

  /** Everything below, whatever its policy. */
  public static KindTree whole(KindCatalogue kinds, KindDescriptor root) {
    return of(kinds, root, policy -> true);
  }

  private static KindTree of(
      KindCatalogue kinds, KindDescriptor root, Predicate<OnParentDelete> followed) {
    List<List<KindDescriptor>> levels = new ArrayList<>();
    List<KindDescriptor> level = below(kinds, List.of(root), followed);
    while (!level.isEmpty()) {
      levels.add(level);
      level = below(kinds, level, followed);
    }
    return new KindTree(root, levels);
  }

  private static List<KindDescriptor> below(
      KindCatalogue kinds, List<KindDescriptor> level, Predicate<OnParentDelete> followed) {
    return level.stream()
        .flatMap(kind -> kinds.childrenOf(kind).stream())
        .filter(child -> followed.test(child.parent().orElseThrow().onDelete()))
        .toList();
  }

  /** Every kind of it, the root first. */
  public List<KindDescriptor> all() {
    return Stream.concat(Stream.of(root), levels.stream().flatMap(List::stream)).toList();
  }

  /** The kinds beside it of which an active child keeps its parent from going. */
  public List<Kind> restricting(KindCatalogue kinds) {
    return all().stream()
        .flatMap(kind -> kinds.childrenOf(kind).stream())
        .filter(child -> child.parent().orElseThrow().onDelete() == OnParentDelete.RESTRICT)
        .map(KindDescriptor::kind)
        .toList();
  }

  /** Whether resources of any kind may refer to one of it. */
  public boolean isReferredTo(KindCatalogue kinds) {
    List<Kind> targets = all().stream().map(KindDescriptor::kind).toList();
    return kinds.all().stream()
        .flatMap(kind -> kind.references().stream())
        .anyMatch(rule -> targets.contains(rule.target()));
  }

  public boolean refers() {
    return all().stream().anyMatch(kind -> !kind.references().isEmpty());
  }
}
