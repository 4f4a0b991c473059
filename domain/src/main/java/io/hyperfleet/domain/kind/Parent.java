package io.hyperfleet.domain.kind;

import java.util.Objects;

/** What a child kind declares about the kind that it belongs to. */
public record Parent(Kind kind, OnParentDelete onDelete) {

  public Parent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(onDelete, "onDelete");
  }
}
