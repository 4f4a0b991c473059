package io.hyperfleet.server.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Puts the filter before every application as it comes up. */
final class EdgeInitializer implements ServletContainerInitializer {

  private final Supplier<Map<Integer, Audience>> listeners;
  private final ThreadWait wait;

  /**
   * Needs no configuration yet.
   *
   * @param listeners by their ports, asked for when the first application comes up
   */
  EdgeInitializer(Supplier<Map<Integer, Audience>> listeners, ThreadWait wait) {
    this.listeners = listeners;
    this.wait = wait;
  }

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext application) {
    FilterRegistration.Dynamic filter =
        application.addFilter("edge", new EdgeFilter(listeners.get(), application, wait));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }
}
