package io.hyperfleet.simulator.measure;

import java.util.ArrayList;
import java.util.List;

/** What the service should not have done. All are counted, the first few kept to be shown. */
public final class Complaints {

  private static final int KEPT = 20;

  private final List<String> first = new ArrayList<>();
  private long count;

  public synchronized void add(String complaint) {
    count++;
    if (first.size() < KEPT) {
      first.add(complaint);
    }
  }

  /** What went wrong on our side, and where: it may be the reason for anything else. */
  public void addOwn(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    add("the simulator itself failed: " + failure + (trace.length > 0 ? " at " + trace[0] : ""));
  }

  public synchronized long count() {
    return count;
  }

  public synchronized List<String> first() {
    return List.copyOf(first);
  }
}
