package io.hyperfleet.simulator.http;

import java.util.Optional;
import java.util.Set;

/**
 * A request.
 *
 * @param route what it is counted as: the method and the template of its path
 * @param target path and query, below the address of the service
 * @param fits what may be answered once nothing is tried any more
 */
public record Call(
    ClientRole role,
    String method,
    String route,
    String target,
    Optional<String> body,
    Set<Integer> fits) {

  public Call {
    fits = Set.copyOf(fits);
  }

  /** A request without a body. */
  public static Call of(
      ClientRole role, String method, String template, String target, Integer... fits) {
    return new Call(role, method, method + " " + template, target, Optional.empty(), Set.of(fits));
  }

  public Call with(String json) {
    return new Call(role, method, route, target, Optional.of(json), fits);
  }
}
