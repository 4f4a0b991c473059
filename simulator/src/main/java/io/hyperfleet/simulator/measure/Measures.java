package io.hyperfleet.simulator.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Everything that is counted. Routes are templates, so there are few of them. */
public final class Measures {

  private final Map<String, RouteMeasure> routes = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  /** Each try is a request of its own. */
  public void request(String route, int status, long nanos) {
    requests.increment();
    routes.computeIfAbsent(route, key -> new RouteMeasure()).add(status, nanos);
  }

  public void retried() {
    retries.increment();
  }

  public void published() {
    events.increment();
  }

  public void duplicated() {
    duplicates.increment();
  }

  public void delayed() {
    late.increment();
  }

  /** An adapter had no room for it, or the same one was waiting for it already. */
  public void dropped() {
    dropped.increment();
  }

  public long requests() {
    return requests.sum();
  }

  public long retries() {
    return retries.sum();
  }

  /** How the events fared, in words. */
  public String events() {
    return "%d published, of these %d twice and %d late; %d not delivered, since adapters were busy"
        .formatted(events.sum(), duplicates.sum(), late.sum(), dropped.sum());
  }

  public Map<String, RouteMeasure> routes() {
    return new TreeMap<>(routes);
  }
}
