package io.hyperfleet.server.api;

import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.persistence.resource.JpaResourceStore;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.metadata.BuildInfo;
import io.hyperfleet.schema.OpenApiSpecSchemas;
import io.hyperfleet.server.build.BuildStamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The one place where the rooms meet. */
@ApplicationScoped
class Wiring {

  @PersistenceContext(unitName = "hyperfleet")
  EntityManager entityManager;

  @Inject UserTransaction userTransaction;

  @Inject ServerConfig config;

  @Produces
  @Singleton
  Lifecycle lifecycle() {
    return new Lifecycle();
  }

  @Produces
  @Singleton
  ConnectionPool pool() {
    return new ConnectionPool(config);
  }

  @Produces
  @Dependent
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  TimeOrderedIds ids(InstantSource clock) {
    return new TimeOrderedIds(clock, new SecureRandom());
  }

  @Produces
  @Singleton
  SpecSchemas schemas() {
    List<KindDescriptor> kinds = List.of(KindDescriptor.cluster());
    return config
        .openApiSchemaPath
        .<SpecSchemas>map(file -> OpenApiSpecSchemas.load(Path.of(file), kinds))
        .orElse(SpecSchemas.NONE);
  }

  @Produces
  @Singleton
  ResourceService resources(SpecSchemas schemas, TimeOrderedIds ids, InstantSource clock) {
    return new ResourceService(
        new JpaResourceStore(entityManager),
        schemas,
        new JtaTransactions(userTransaction),
        ids,
        clock);
  }

  @Produces
  @Singleton
  BodyLimit bodyLimit() {
    return new BodyLimit(config.maxBodyBytes);
  }

  @Produces
  @Singleton
  BuildInfo buildInfo() {
    BuildStamp stamp = BuildStamp.read();
    return new BuildInfo(stamp.version(), stamp.time());
  }
}
