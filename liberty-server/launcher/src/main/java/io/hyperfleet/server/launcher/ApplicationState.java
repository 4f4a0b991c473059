package io.hyperfleet.server.launcher;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * What the application says about itself. It registers as an MBean, because it lives behind class
 * loaders that share nothing else with this program.
 */
final class ApplicationState {

  static final String NAME = "io.hyperfleet:type=Lifecycle";

  private final MBeanServer beans;
  private final ObjectName name;

  private ApplicationState(MBeanServer beans, ObjectName name) {
    this.beans = beans;
    this.name = name;
  }

  /** To be called after Liberty has started: it brings an MBean server of its own. */
  static ApplicationState ofThisProcess() {
    try {
      return new ApplicationState(ManagementFactory.getPlatformMBeanServer(), new ObjectName(NAME));
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing as long as the application is not there. */
  Optional<String> phase() {
    return attribute("Phase");
  }

  String failure() {
    return attribute("Failure").orElse("the application failed");
  }

  /** None where there is no application. */
  long requestsInFlight() {
    return attribute("RequestsInFlight").map(Long::parseLong).orElse(0L);
  }

  /** The same by template, for people; empty if there is none. */
  String requestsUnderWay() {
    return attribute("RequestsUnderWay").orElse("");
  }

  /** Bytes that requests have taken of what they may hold. */
  long memoryTaken() {
    return attribute("MemoryTaken").map(Long::parseLong).orElse(0L);
  }

  /** How long there has been no request. */
  Duration quiet() {
    return Duration.ofMillis(
        attribute("QuietMillis").map(Long::parseLong).orElse(Long.MAX_VALUE / 1_000_000));
  }

  /** Lets readiness say so while requests are still answered. */
  void announceShutdown() {
    try {
      beans.invoke(name, "shuttingDown", new Object[0], new String[0]);
    } catch (InstanceNotFoundException nobodyToTell) {
      return;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> attribute(String attribute) {
    try {
      return Optional.of(String.valueOf(beans.getAttribute(name, attribute)));
    } catch (InstanceNotFoundException e) {
      return Optional.empty();
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
