package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is wanted: a page, with or without the number of all resources that match,
 * or what follows a position, never with it: its cost does not grow with the way into the list.
 *
 * @param position what it follows; empty for a page, and for the beginning of the list
 * @param size how many resources at most
 * @param counted whether the number of all is wanted as well
 */
public record ListPart(
    Optional<PageRequest> page, Optional<ListPosition> position, int size, boolean counted) {

  public ListPart {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(position, "position");
    if (size < 1) {
      throw new IllegalArgumentException("not a size: " + size);
    }
    if (counted && page.isEmpty()) {
      throw new IllegalArgumentException("only pages are counted");
    }
  }

  /** A page and the number of all. */
  public static ListPart numbered(PageRequest page) {
    return new ListPart(Optional.of(page), Optional.empty(), page.size(), true);
  }

  /** A page alone. */
  public static ListPart uncounted(PageRequest page) {
    return new ListPart(Optional.of(page), Optional.empty(), page.size(), false);
  }

  /** What follows a position; the beginning of the list if there is none. */
  public static ListPart after(Optional<ListPosition> position, int size) {
    return new ListPart(Optional.empty(), position, size, false);
  }

  /** How many resources precede a page. */
  public int offset() {
    return page.map(PageRequest::offset).orElse(0);
  }
}
