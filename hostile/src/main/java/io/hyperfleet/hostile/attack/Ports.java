package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;

/** Where the server listens. */
public record Ports(int api, int health, int metrics) {

  int any(Choice choice) {
    return switch (choice.below(3)) {
      case 0 -> api;
      case 1 -> health;
      default -> metrics;
    };
  }
}
