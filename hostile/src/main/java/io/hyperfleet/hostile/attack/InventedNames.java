package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.wire.RawHttp;

/** A new method, path, host, header or query each time, to fill what keeps something for each. */
final class InventedNames implements Attack {

  @Override
  public String name() {
    return "names";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String name = "n" + Long.toHexString(choice.random().nextLong());
    String[] parts = {"GET", "/api/hyperfleet/v1/clusters/", "x", "Accept", "size"};
    parts[choice.below(parts.length)] = name;
    String path = parts[1].equals(name) ? '/' + name : parts[1] + "?" + parts[4] + "=1";
    try (RawHttp connection = RawHttp.to(ports.any(choice))) {
      Judge.oneAnswer(
          connection.send(
              "%s %s HTTP/1.1\r\nHost: %s\r\n%s: */*\r\nContent-Length: 0\r\n\r\n"
                  .formatted(parts[0], path, parts[2], parts[3])));
    }
  }
}
