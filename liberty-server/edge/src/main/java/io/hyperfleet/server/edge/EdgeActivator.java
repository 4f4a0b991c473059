package io.hyperfleet.server.edge;

import com.ibm.wsspi.http.WorkClassifier;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Hands the parts of the edge to the server as it starts, before it has an application. */
public final class EdgeActivator implements BundleActivator {

  /** Of the threads that requests run on. */
  private static final String THREADS = "(component.name=com.ibm.ws.threading)";

  private List<Thread> looks = List.of();

  @Override
  public void start(BundleContext server) throws Exception {
    try {
      connect(server);
    } catch (Exception e) {
      // The server would only say so, and serve without its edge.
      server.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
      throw e;
    }
  }

  private void connect(BundleContext server)
      throws ReflectiveOperationException, InvalidSyntaxException {
    StatusTable.keepConnections();
    Connections connections = new Connections();
    server.registerService(WorkClassifier.class, new Unroutable(), null);
    ThreadWait wait = new ThreadWait(threads(server), System::nanoTime);
    HeaderLimit limit = new HeaderLimit(connections::unread, wait::nanosWaited, System::nanoTime);
    looks = List.of(wait.start(), limit.start());
    server.registerService(
        ServletContainerInitializer.class,
        new EdgeInitializer(() -> listeners(server), wait),
        null);
  }

  @Override
  public void stop(BundleContext server) {
    // The server takes back what was registered.
    looks.forEach(Thread::interrupt);
  }

  private static Executor threads(BundleContext server) throws InvalidSyntaxException {
    Collection<ServiceReference<ExecutorService>> found =
        server.getServiceReferences(ExecutorService.class, THREADS);
    return found.stream()
        .findFirst()
        .map(server::getService)
        .orElseThrow(() -> new IllegalStateException("the server has no threads yet"));
  }

  /** Not known before the configuration is read, which may be after this bundle was started. */
  private static Map<Integer, Audience> listeners(BundleContext server) {
    Variables variables = new Variables(server);
    Map<Integer, Audience> listeners = new HashMap<>();
    for (Audience audience : Audience.values()) {
      listeners.put(Integer.valueOf(variables.value(audience.port())), audience);
    }
    return Map.copyOf(listeners);
  }
}
