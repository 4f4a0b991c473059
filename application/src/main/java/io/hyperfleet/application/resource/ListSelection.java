package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.SearchExpression;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What of a collection a client wants to see, and how.
 *
 * @param filter only what it finds
 * @param referring only what refers so
 * @param parts what of each is wanted; the others come empty
 */
public record ListSelection(
    Optional<SearchExpression> filter,
    Optional<Referring> referring,
    ResourceOrder order,
    ListPart part,
    Set<ResourcePart> parts) {

  public ListSelection {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(referring, "referring");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(part, "part");
    parts = Set.copyOf(parts);
  }

  /** A page of everything, latest created first. */
  public static ListSelection of(PageRequest page) {
    return new ListSelection(
        Optional.empty(),
        Optional.empty(),
        ResourceOrder.LATEST_FIRST,
        ListPart.numbered(page),
        ResourcePart.ALL);
  }
}
