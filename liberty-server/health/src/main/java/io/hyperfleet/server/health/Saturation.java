package io.hyperfleet.server.health;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How the pool of the API is doing. It is shown and decides nothing: load must not take a healthy
 * process out of the service.
 */
final class Saturation {

  private static final String POOL = "io.hyperfleet:type=ConnectionPool";

  private static final Map<String, String> FIGURES = figures();

  private Saturation() {}

  /** Empty before the API has a pool. */
  static Map<String, Long> now() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    Map<String, Long> now = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
        Object value = beans.getAttribute(new ObjectName(POOL), figure.getValue());
        now.put(figure.getKey(), ((Number) value).longValue());
      }
      return now;
    } catch (InstanceNotFoundException notUpYet) {
      return Map.of();
    } catch (JMException e) {
      throw new IllegalStateException("cannot read the figures of the pool", e);
    }
  }

  private static Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("pool_size", "Size");
    figures.put("pool_checked_in", "CheckedIn");
    figures.put("pool_checked_out", "CheckedOut");
    figures.put("pool_overflow", "Overflow");
    figures.put("pool_invalid", "Invalid");
    figures.put("pool_limit", "Limit");
    return figures;
  }
}
