package io.hyperfleet.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test of this run uses. */
final class Names {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Names() {}

  static String next() {
    return "cluster-" + COUNT.incrementAndGet();
  }
}
