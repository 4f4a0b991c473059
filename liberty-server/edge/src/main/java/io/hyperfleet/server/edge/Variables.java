package io.hyperfleet.server.edge;

import com.ibm.wsspi.kernel.service.location.VariableRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What stands behind the variables of the configuration, as the server itself finds it: what it was
 * started with, the environment, the default of the configuration. The registry that it publishes
 * knows the first of these only, which is all if the launcher started it.
 */
final class Variables {

  private static final String CONFIGURED = "com.ibm.ws.config.xml.ConfigVariables";

  private final BundleContext server;

  Variables(BundleContext server) {
    this.server = server;
  }

  String value(String name) {
    return started(name)
        .or(() -> environment(name))
        .or(() -> Optional.ofNullable(defaults().get(name)))
        .orElseThrow(() -> new IllegalStateException("nothing says what " + name + " is"));
  }

  private Optional<String> started(String name) {
    String reference = "${" + name + "}";
    VariableRegistry variables =
        server.getService(server.getServiceReference(VariableRegistry.class));
    return Optional.of(variables.resolveString(reference)).filter(it -> !it.equals(reference));
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)));
  }

  @SuppressWarnings("unchecked") // Names and texts, as the server keeps them.
  private Map<String, String> defaults() {
    ServiceReference<?> configured = server.getServiceReference(CONFIGURED);
    try {
      Object variables = server.getService(configured);
      return (Map<String, String>)
          variables.getClass().getMethod("getUserDefinedVariableDefaults").invoke(variables);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the defaults of the configuration cannot be read", e);
    }
  }
}
