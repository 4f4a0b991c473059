package io.hyperfleet.application.resource;

import io.hyperfleet.domain.resource.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client gets to see of a list.
 *
 * @param total how many resources match, if that was asked for
 * @param next the place of the last item, if what follows a position was asked for and there is
 *     more
 */
public record Listing(List<Resource> items, OptionalLong total, Optional<ListPosition> next) {

  public Listing {
    items = List.copyOf(items);
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(next, "next");
  }
}
