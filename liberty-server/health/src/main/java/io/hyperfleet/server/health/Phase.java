package io.hyperfleet.server.health;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Where the API application says it is in its life. */
enum Phase {
  STARTING,
  READY,
  SHUTTING_DOWN;

  private static final String LIFECYCLE = "io.hyperfleet:type=Lifecycle";

  /** The phase now; an application that has not come up, or could not, is starting. */
  static Phase current() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      return of((String) beans.getAttribute(new ObjectName(LIFECYCLE), "Phase"));
    } catch (InstanceNotFoundException notUpYet) {
      return STARTING;
    } catch (JMException e) {
      throw new IllegalStateException("cannot read the life cycle", e);
    }
  }

  private static Phase of(String name) {
    return switch (name) {
      case "ready" -> READY;
      case "shutting_down" -> SHUTTING_DOWN;
      default -> STARTING;
    };
  }
}
