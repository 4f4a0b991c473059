package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;

/** One way to harm a server. */
public interface Attack {

  String name();

  /**
   * Does it once. All that varies comes from {@code choice}, so that the same seed does the same.
   *
   * @throws Finding if the server does what it must not
   */
  void strike(Choice choice, Ports ports);
}
