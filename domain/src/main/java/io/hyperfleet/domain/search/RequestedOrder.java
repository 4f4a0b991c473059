package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which a client wants a list, in its own words. Their form is checked before a search
 * is read, whether there are such columns after it.
 */
public final class RequestedOrder {

  private static final Pattern ITEM = Pattern.compile("([a-z_][a-z0-9_]*)(?:\\s+(asc|desc))?");

  /** By name, whether descending. Only the first mention of a column decides anything. */
  private final Map<String, Boolean> descending = new LinkedHashMap<>();

  private RequestedOrder() {}

  /**
   * Checks the form of what is asked for.
   *
   * @param texts each with any number of items, separated by commas; blank ones do not count
   */
  public static RequestedOrder accept(List<String> texts) {
    RequestedOrder order = new RequestedOrder();
    for (String text : texts) {
      for (String item : text.split(",", -1)) {
        if (!item.isBlank()) {
          order.add(item.strip());
        }
      }
    }
    return order;
  }

  private void add(String item) {
    Matcher parts = ITEM.matcher(item);
    if (!parts.matches()) {
      throw FleetException.badRequest(
          "invalid order format '" + item + "': expected 'field' or 'field asc|desc'");
    }
    descending.putIfAbsent(parts.group(1), "desc".equals(parts.group(2)));
  }

  /** The order, the usual one if nothing is asked for. */
  public ResourceOrder columns() {
    List<Term> terms = new ArrayList<>();
    descending.forEach(
        (name, down) ->
            terms.add(
                new Term(
                    ResourceColumn.named(name).orElseThrow(FleetException::unknownSearchField),
                    down)));
    return terms.isEmpty() ? ResourceOrder.LATEST_FIRST : new ResourceOrder(terms);
  }
}
