package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.domain.resource.Stamp;
import java.util.ArrayList;
import java.util.List;

/** What one deletion has to store, held until it is a worthwhile statement. */
final class Marking {

  private final DeletionStore deletions;
  private final MemoryShare memory;
  private final Stamp deleted;
  private final Stamp now;
  private final List<Mark> marks = new ArrayList<>();
  private long held;

  /**
   * @param deleted what is on record of the deletion, which may have begun earlier
   */
  Marking(DeletionStore deletions, MemoryShare memory, Stamp deleted, Stamp now) {
    this.deletions = deletions;
    this.memory = memory;
    this.deleted = deleted;
    this.now = now;
  }

  void add(Mark mark) {
    memory.take(mark.weight());
    held += mark.weight();
    marks.add(mark);
  }

  void store() {
    if (!marks.isEmpty()) {
      deletions.mark(marks, deleted, now.time());
    }
    marks.clear();
    memory.giveBack(held);
    held = 0;
  }
}
