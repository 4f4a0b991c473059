package io.hyperfleet.server.edge;

import com.ibm.wsspi.http.WorkClassifier;
import com.ibm.wsspi.kernel.service.location.VariableRegistry;
import jakarta.servlet.ServletContainerInitializer;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Hands the parts of the edge to the server as it starts, before it has an application. */
public final class EdgeActivator implements BundleActivator {

  @Override
  public void start(BundleContext server) throws ReflectiveOperationException {
    StatusTable.keepConnections();
    server.registerService(WorkClassifier.class, new Unroutable(), null);
    server.registerService(
        ServletContainerInitializer.class, new EdgeInitializer(listeners(server)), null);
  }

  @Override
  public void stop(BundleContext server) {
    // The server takes back what was registered.
  }

  private static Map<Integer, Audience> listeners(BundleContext server) {
    VariableRegistry variables =
        server.getService(server.getServiceReference(VariableRegistry.class));
    Map<Integer, Audience> listeners = new HashMap<>();
    for (Audience audience : Audience.values()) {
      String port = variables.resolveString("${" + audience.port() + "}");
      listeners.put(Integer.valueOf(port), audience);
    }
    return Map.copyOf(listeners);
  }
}
