package io.hyperfleet.domain.kind;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds that this service serves. They fit together, or there is no catalogue of them. */
public final class KindCatalogue {

  private final Map<String, KindDescriptor> byName = new LinkedHashMap<>();
  private final Map<String, KindDescriptor> byPlural = new LinkedHashMap<>();

  /**
   * Checks the kinds in their order and each against the others.
   *
   * @throws CatalogueException for the first declaration that cannot be served, naming it
   */
  public KindCatalogue(Collection<KindDescriptor> kinds) {
    new CatalogueChecks(List.copyOf(kinds)).run();
    for (KindDescriptor kind : kinds) {
      byName.put(kind.name(), kind);
      byPlural.put(kind.plural(), kind);
    }
  }

  /** In the order of their declaration. */
  public List<KindDescriptor> all() {
    return List.copyOf(byName.values());
  }

  /** The kind that a client or a row calls so. */
  public Optional<KindDescriptor> named(String kind) {
    return Optional.ofNullable(byName.get(kind));
  }

  public Optional<KindDescriptor> ofPlural(String plural) {
    return Optional.ofNullable(byPlural.get(plural));
  }

  /** That of a kind of this catalogue; empty for a root. */
  public Optional<KindDescriptor> parentOf(KindDescriptor kind) {
    return kind.parent().map(parent -> byName.get(parent.kind().name()));
  }

  /** The kinds that have this one as their parent, in the order of their declaration. */
  public List<KindDescriptor> childrenOf(KindDescriptor kind) {
    return byName.values().stream()
        .filter(child -> child.parent().filter(up -> up.kind().equals(kind.kind())).isPresent())
        .toList();
  }
}
