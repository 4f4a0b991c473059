package io.hyperfleet.server;

import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A resource of the model, with all that its clients can see of it. */
final class ModelResource {

  private final ModelKind kind;
  private final String id;
  private final ModelResource owner;
  private final List<ModelResource> children = new ArrayList<>();
  private final Map<AdapterName, AdapterReport> reports = new TreeMap<>();
  private List<Condition> conditions = List.of();
  private int generation = 1;
  private int content;
  private Instant updated;
  private Optional<Instant> deleted = Optional.empty();
  private boolean gone;

  /**
   * @param owner null for a root
   */
  ModelResource(ModelKind kind, String id, ModelResource owner, Instant created) {
    this.kind = kind;
    this.id = id;
    this.owner = owner;
    this.updated = created;
    if (owner != null) {
      owner.children.add(this);
    }
  }

  /** What clients see; compared as a whole. */
  record View(
      int generation,
      Instant updated,
      Optional<Instant> deleted,
      List<Condition> conditions,
      List<AdapterReport> reports) {}

  /** Empty if there is nothing to see any more. */
  Optional<View> view() {
    List<AdapterReport> ordered = new ArrayList<>(reports.values());
    ordered.sort(
        Comparator.comparing(AdapterReport::createdTime).thenComparing(AdapterReport::adapter));
    return gone
        ? Optional.empty()
        : Optional.of(new View(generation, updated, deleted, conditions, ordered));
  }

  ModelKind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Optional<ModelResource> owner() {
    return Optional.ofNullable(owner);
  }

  /** Those that are there. */
  List<ModelResource> children() {
    return List.copyOf(children);
  }

  List<ModelResource> children(String onDelete) {
    return children.stream().filter(child -> child.kind.onParentDelete().equals(onDelete)).toList();
  }

  boolean hasActiveChild() {
    return children.stream().anyMatch(child -> !child.isMarked());
  }

  boolean hasMarkedChild() {
    return children.stream().anyMatch(ModelResource::isMarked);
  }

  Map<AdapterName, AdapterReport> reports() {
    return reports;
  }

  List<Condition> conditions() {
    return conditions;
  }

  void setConditions(List<Condition> now) {
    conditions = now;
  }

  int generation() {
    return generation;
  }

  int content() {
    return content;
  }

  Instant updated() {
    return updated;
  }

  boolean isMarked() {
    return deleted.isPresent();
  }

  boolean isGone() {
    return gone;
  }

  void changeContent(int now, Instant time) {
    content = now;
    generation++;
    updated = time;
  }

  /** The first time makes a new generation. */
  void mark(Instant time) {
    if (deleted.isEmpty()) {
      deleted = Optional.of(time);
      generation++;
    }
    updated = time;
  }

  void remove() {
    gone = true;
    if (owner != null) {
      owner.children.remove(this);
    }
  }

  @Override
  public String toString() {
    return kind.name() + " " + id;
  }
}
