package io.hyperfleet.simulator.fleet;

import java.util.List;

/** One page of a list, as Sentinel reads it. */
public record ReadPage(List<ReadResource> items, int total) {

  public ReadPage {
    items = List.copyOf(items);
  }

  /** Reads the body of an answer. */
  public static ReadPage read(String json) {
    StrictObject page = StrictObject.read(json, "list");
    List<ReadResource> items = page.objects("items").stream().map(ReadResource::of).toList();
    page.integer("page");
    if (page.integer("size") != items.size()) {
      throw new UnreadableException(
          "list.size is %d beside %d items".formatted(page.integer("size"), items.size()));
    }
    return new ReadPage(items, page.integer("total"));
  }
}
