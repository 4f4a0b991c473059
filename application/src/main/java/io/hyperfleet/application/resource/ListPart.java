package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import java.util.Objects;
import java.util.Optional;

/** Which part of a list is wanted. */
public sealed interface ListPart {

  /** How many resources at most. */
  int size();

  /** A page, with the number of all resources that match. */
  record Numbered(PageRequest page) implements ListPart {

    public Numbered {
      Objects.requireNonNull(page, "page");
    }

    @Override
    public int size() {
      return page.size();
    }
  }

  /**
   * What follows a position, and no count: its cost does not grow with the way into the list.
   *
   * @param position empty for the beginning
   */
  record After(Optional<ListPosition> position, int size) implements ListPart {

    public After {
      Objects.requireNonNull(position, "position");
      if (size < 1) {
        throw new IllegalArgumentException("not a size: " + size);
      }
    }
  }
}
