package io.hyperfleet.application.resource;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.RemovalReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** The record of a removal by force, one line for each resource once it is done. */
final class ForcedRemoval {

  private static final Logger LOG = System.getLogger(ForcedRemoval.class.getName());

  /** Two references. */
  private static final int BYTES = 200;

  private final Reference root;
  private final RequestContext context;
  private final RemovalReason reason;
  private final List<Removed> below = new ArrayList<>();

  ForcedRemoval(Reference root, RequestContext context, RemovalReason reason) {
    this.root = root;
    this.context = context;
    this.reason = reason;
  }

  void add(Descendant descendant) {
    context.memory().take(BYTES);
    below.add(new Removed(descendant.reference(), descendant.owner()));
  }

  void log() {
    LOG.log(
        Level.INFO,
        "Resource removed by force kind={0} id={1} descendants={2} caller=\"{3}\" reason=\"{4}\""
            + " request_id={5}",
        root.kind().name(),
        root.id(),
        String.valueOf(below.size()),
        context.caller().identity(),
        reason.value(),
        context.id());
    for (Removed removed : below) {
      LOG.log(
          Level.INFO,
          "Resource removed with its owner kind={0} id={1} owner_kind={2} owner_id={3}"
              + " request_id={4}",
          removed.reference.kind().name(),
          removed.reference.id(),
          removed.owner.kind().name(),
          removed.owner.id(),
          context.id());
    }
  }

  private record Removed(Reference reference, Reference owner) {}
}
