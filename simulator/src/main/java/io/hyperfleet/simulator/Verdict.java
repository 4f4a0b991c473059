package io.hyperfleet.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of it.
 *
 * @param stragglers what did not become what it should have, in words
 * @param complaints how many answers were not as they should have been
 */
record Verdict(List<String> stragglers, long complaints) {

  private static final int NAMED = 20;

  Verdict {
    stragglers = List.copyOf(stragglers);
  }

  boolean isGood() {
    return stragglers.isEmpty() && complaints == 0;
  }

  int exitCode() {
    return isGood() ? 0 : 1;
  }

  /** The first stragglers, and how many there are beside them. */
  List<String> named() {
    List<String> named = new ArrayList<>(stragglers.subList(0, Math.min(NAMED, stragglers.size())));
    if (stragglers.size() > NAMED) {
      named.add("and %d more".formatted(stragglers.size() - NAMED));
    }
    return named;
  }
}
