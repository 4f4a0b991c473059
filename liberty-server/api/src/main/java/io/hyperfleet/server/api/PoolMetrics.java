package io.hyperfleet.server.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures of the pool, read at each scrape and without the database. */
@ApplicationScoped
class PoolMetrics {

  @Inject MetricRegistry metrics;

  @Inject ConnectionPool pool;

  void show(@Observes Startup event) {
    gauge("hyperfleet_db_connections_open", "Open connections", pool::opened);
    gauge("hyperfleet_db_connections_in_use", "Connections in use", pool::getCheckedOut);
    gauge("hyperfleet_db_pool_size", "Connections that stay open", pool::getSize);
    gauge("hyperfleet_db_pool_checked_in", "Open connections not in use", pool::getCheckedIn);
    gauge("hyperfleet_db_pool_checked_out", "Connections in use", pool::getCheckedOut);
    gauge("hyperfleet_db_pool_overflow", "Connections beyond the size", pool::getOverflow);
    gauge("hyperfleet_db_pool_invalid_total", "Connections that broke in use", pool::getInvalid);
    gauge(
        "hyperfleet_db_pool_acquire_timeouts_total",
        "Requests that waited for a connection in vain",
        pool.connections()::exhausted);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    metrics.gauge(Metadata.builder().withName(name).withDescription(description).build(), value);
  }
}
