package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import java.util.Objects;
import java.util.Optional;

/** What of a collection a client wants to see. */
public record ListSelection(PageRequest page, Optional<Referring> referring) {

  public ListSelection {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(referring, "referring");
  }

  public static ListSelection of(PageRequest page) {
    return new ListSelection(page, Optional.empty());
  }
}
