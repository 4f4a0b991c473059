package io.hyperfleet.domain.caller;

import java.util.Objects;

/** Whoever a change is attributed to. */
public record Caller(String identity) {

  /** The actor of every change while no authentication is configured. */
  public static final Caller SYSTEM = new Caller("system@hyperfleet.local");

  public Caller {
    Objects.requireNonNull(identity, "identity");
  }
}
