package io.hyperfleet.hostile.attack;

import java.util.List;

/** All there are. */
public final class Attacks {

  public static final List<Attack> ALL =
      List.of(
          new Smuggling(),
          new Targets(),
          new InventedNames(),
          new Fuzz(),
          new HalfSent(),
          new HangUps(),
          new Bodies(),
          new Documents(),
          new Lists(),
          new HonestClient());

  private Attacks() {}
}
