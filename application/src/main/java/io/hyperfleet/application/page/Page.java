package io.hyperfleet.application.page;

import java.util.List;

/**
 * One part of a list.
 *
 * @param number which part it is, as requested
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, int number, long total) {

  public Page {
    items = List.copyOf(items);
  }
}
