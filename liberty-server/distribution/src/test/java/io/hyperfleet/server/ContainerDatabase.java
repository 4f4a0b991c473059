package io.hyperfleet.server;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.container.spi.event.container.BeforeSetup;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Points the container that Arquillian manages at a database before it starts. */
public final class ContainerDatabase implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  /** Runs in the test's own process. */
  public static final class Preparation {

    public void prepare(@Observes BeforeSetup event) throws IOException {
      TestDatabase database = TestDatabase.fresh();
      Path server = Path.of(System.getProperty("liberty.home"), "usr", "servers", "arquillian");
      Files.write(
          server.resolve("bootstrap.properties"),
          List.of(
              "arquillian.port=" + System.getProperty("arquillian.port"),
              "hyperfleet.database.host=" + database.host(),
              "hyperfleet.database.port=" + database.port(),
              "hyperfleet.database.name=" + database.name(),
              "hyperfleet.database.username=" + database.username(),
              "hyperfleet.database.password="
                  + Objects.requireNonNullElse(database.password(), "")));
    }
  }
}
