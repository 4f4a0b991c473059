package io.hyperfleet.application.resource;

import io.hyperfleet.domain.resource.Resource;
import java.util.List;
import java.util.OptionalLong;

/**
 * The part of a list that was asked for.
 *
 * @param total how many resources match, if that was asked for
 */
public record ResourceList(List<Resource> items, OptionalLong total) {

  public ResourceList {
    items = List.copyOf(items);
  }
}
