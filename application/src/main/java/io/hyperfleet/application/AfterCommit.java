package io.hyperfleet.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** What waits for the commit of one transaction. */
public final class AfterCommit {

  private static final Logger LOG = System.getLogger(AfterCommit.class.getName());

  private final List<Runnable> actions = new ArrayList<>();

  public void add(Runnable action) {
    actions.add(action);
  }

  /** Runs all of them in order, whatever becomes of one. */
  public void run() {
    actions.forEach(AfterCommit::run);
  }

  /** Runs an action that must not disturb what it follows. */
  public static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "What follows a commit failed", failure);
    }
  }
}
