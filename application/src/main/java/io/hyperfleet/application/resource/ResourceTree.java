package io.hyperfleet.application.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindTree;
import io.hyperfleet.domain.resource.Reference;
import java.util.List;

/**
 * A resource, and those below it of some kinds.
 *
 * @param levels the kinds that belong to it, children first
 */
public record ResourceTree(Reference root, List<List<Kind>> levels) {

  public ResourceTree {
    levels = levels.stream().map(List::copyOf).toList();
  }

  static ResourceTree of(Reference root, KindTree kinds) {
    return new ResourceTree(
        root,
        kinds.levels().stream()
            .map(level -> level.stream().map(KindDescriptor::kind).toList())
            .toList());
  }

  /** Only the resource itself. */
  static ResourceTree of(Reference root) {
    return new ResourceTree(root, List.of());
  }

  /** How many levels there are below the root. */
  public int depth() {
    return levels.size();
  }

  /** The kinds below the root, on whichever level. */
  public List<Kind> kindsBelow() {
    return levels.stream().flatMap(List::stream).toList();
  }
}
