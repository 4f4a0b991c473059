package io.hyperfleet.domain.kind;

import io.hyperfleet.domain.status.AdapterName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds for tests: those that everybody has, and declarations that a test completes. */
public final class KindFixture {

  /** The kinds that are served where nothing else is declared. */
  public static final KindCatalogue KINDS = DefaultRegistry.catalogue();

  /** A root whose resources are reported on. */
  public static final KindDescriptor CLUSTER = KINDS.named("Cluster").orElseThrow();

  /** A child whose resources are reported on. */
  public static final KindDescriptor NODE_POOL = KINDS.named("NodePool").orElseThrow();

  /** A root that nobody reports on. */
  public static final KindDescriptor CHANNEL = KINDS.named("Channel").orElseThrow();

  /** A child that nobody reports on. */
  public static final KindDescriptor VERSION = KINDS.named("Version").orElseThrow();

  private final Kind kind;
  private final String plural;
  private final Optional<Parent> parent;
  private NameLength nameLength = new NameLength(0, 0);
  private Optional<SpecSchema> schema = Optional.empty();
  private List<AdapterName> adapters = List.of();
  private List<ReferenceRule> references = List.of();
  private List<ConditionRule> conditions = List.of();

  private KindFixture(String kind, String plural, Optional<Parent> parent) {
    this.kind = new Kind(kind);
    this.plural = plural;
    this.parent = parent;
  }

  public static KindFixture root(String kind, String plural) {
    return new KindFixture(kind, plural, Optional.empty());
  }

  public static KindFixture child(String kind, String plural, String parent) {
    return child(kind, plural, parent, OnParentDelete.CASCADE);
  }

  public static KindFixture child(
      String kind, String plural, String parent, OnParentDelete onDelete) {
    return new KindFixture(kind, plural, Optional.of(new Parent(new Kind(parent), onDelete)));
  }

  public KindFixture withNameLength(int min, int max) {
    nameLength = new NameLength(min, max);
    return this;
  }

  public KindFixture withSchema(String name, boolean required) {
    schema = Optional.of(new SpecSchema(name, required));
    return this;
  }

  public KindFixture withAdapters(String... names) {
    adapters = Stream.of(names).map(AdapterName::new).toList();
    return this;
  }

  public KindFixture withReferences(ReferenceRule... rules) {
    references = List.of(rules);
    return this;
  }

  public KindFixture withConditions(ConditionRule... rules) {
    conditions = List.of(rules);
    return this;
  }

  public KindDescriptor build() {
    return new KindDescriptor(
        kind, plural, parent, nameLength, schema, adapters, references, conditions);
  }
}
