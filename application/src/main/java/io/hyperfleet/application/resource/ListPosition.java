package io.hyperfleet.application.resource;

import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.SearchValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The place of a resource in an order, which stays when other resources come and go.
 *
 * @param values one for each term of the order; empty for null
 */
public record ListPosition(List<Optional<SearchValue>> values) {

  public ListPosition {
    values = List.copyOf(values);
  }

  public static ListPosition of(Resource resource, ResourceOrder order) {
    return new ListPosition(
        order.terms().stream().map(term -> term.column().of(resource)).toList());
  }

  /** Whether a resource may have this place in that order. */
  public boolean isIn(ResourceOrder order) {
    if (values.size() != order.terms().size()) {
      return false;
    }
    return IntStream.range(0, values.size())
        .allMatch(i -> isOf(order.terms().get(i).column(), values.get(i)));
  }

  private static boolean isOf(ResourceColumn column, Optional<SearchValue> value) {
    return switch (column) {
      case ID, OWNER_ID -> value.map(ListPosition::isId).orElse(column.isNullable());
      default -> value.map(column::accepts).orElse(column.isNullable());
    };
  }

  private static boolean isId(SearchValue value) {
    return value instanceof SearchValue.Text text && ResourceId.parse(text.value()).isPresent();
  }
}
