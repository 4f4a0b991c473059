package io.hyperfleet.domain.search;

import java.util.ArrayList;
import java.util.List;

/**
 * In which order resources are listed. It always ends in the id, so that no two resources are
 * equal; null comes after all values, or before them if the order is descending.
 */
public record ResourceOrder(List<Term> terms) {

  /** Latest created first. */
  public static final ResourceOrder LATEST_FIRST =
      new ResourceOrder(List.of(new Term(ResourceColumn.CREATED_TIME, true)));

  /** One column to order by. */
  public record Term(ResourceColumn column, boolean descending) {}

  public ResourceOrder {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("an order has a column");
    }
    terms = unambiguous(terms);
  }

  /** Whether a resource has a place in it that can be told, and so be come back to. */
  public boolean hasPositions() {
    return terms.stream().noneMatch(term -> term.column().isDocument());
  }

  /** Up to the id; what follows it decides nothing. */
  private static List<Term> unambiguous(List<Term> terms) {
    List<Term> kept = new ArrayList<>();
    for (Term term : terms) {
      kept.add(term);
      if (term.column() == ResourceColumn.ID) {
        return List.copyOf(kept);
      }
    }
    kept.add(new Term(ResourceColumn.ID, kept.get(kept.size() - 1).descending()));
    return List.copyOf(kept);
  }
}
