package io.hyperfleet.server.api;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.application.resource.ResourceConditions;
import io.hyperfleet.application.resource.ResourceDeletion;
import io.hyperfleet.application.resource.ResourceFactory;
import io.hyperfleet.application.resource.ResourceReports;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.cel.CelConditionRules;
import io.hyperfleet.domain.id.QuickRandom;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.json.JsonConditions;
import io.hyperfleet.json.JsonEquality;
import io.hyperfleet.persistence.PostgresStores;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.log.LineWriter;
import io.hyperfleet.rest.metadata.BuildInfo;
import io.hyperfleet.rest.request.RequestContexts;
import io.hyperfleet.rest.request.WarmUpPass;
import io.hyperfleet.schema.OpenApiSpecSchemas;
import io.hyperfleet.server.build.BuildStamp;
import io.hyperfleet.server.configuration.DeclaredKinds;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.UserTransaction;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import javax.sql.DataSource;

/** The one place where the rooms meet. */
@ApplicationScoped
class Wiring {

  /** Not shared: a unit of work asks once, and gives back what it got. */
  @Resource(lookup = "jdbc/hyperfleet", shareable = false)
  DataSource database;

  @Inject UserTransaction userTransaction;

  @Inject ServerConfig config;

  @Produces
  @Singleton
  Lifecycle lifecycle(MemoryBudget memory) {
    return new Lifecycle(memory, config.threads - ServerConfig.SPARE_THREADS);
  }

  @Produces
  @Singleton
  ConnectionPool pool() {
    return new ConnectionPool(config, database);
  }

  @Produces
  @Dependent
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  MemoryBudget memory() {
    return MemoryBudget.ofHeap(Runtime.getRuntime().maxMemory());
  }

  /** Ids of requests open nothing, so that they need not be as hard to guess as those of rows. */
  @Produces
  @Singleton
  RequestContexts contexts(InstantSource clock, MemoryBudget memory) {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new QuickRandom(new SecureRandom()));
    return new RequestContexts(ids, config.requestTimeout, memory);
  }

  /** To where all lines go, past everything that makes a line of the platform costly. */
  @Produces
  @Singleton
  LineWriter console() {
    return new LineWriter(new FileOutputStream(FileDescriptor.out));
  }

  @Produces
  @Singleton
  AccessLog accessLog(LineWriter console, InstantSource clock) {
    return new AccessLog(console, clock, ZoneId.systemDefault());
  }

  @Produces
  @Singleton
  KindCatalogue kinds() {
    return DeclaredKinds.catalogue(config.entities);
  }

  @Produces
  @Singleton
  SpecSchemas schemas(KindCatalogue kinds) {
    return config
        .openApiSchemaPath
        .<SpecSchemas>map(file -> OpenApiSpecSchemas.load(Path.of(file), kinds.all()))
        .orElse(SpecSchemas.NONE);
  }

  @Produces
  @Singleton
  PostgresStores stores(ConnectionPool pool) {
    return new PostgresStores(
        pool.connections(),
        new JtaBoundary(userTransaction),
        config.schema,
        config.statementTimeout,
        new JsonConditions());
  }

  void close(@Disposes PostgresStores stores) {
    stores.close();
  }

  @Produces
  @Singleton
  ResourceConditions conditions(KindCatalogue kinds, PostgresStores stores) {
    return new ResourceConditions(
        kinds, stores.stores(), new JsonConditions(), new CelConditionRules());
  }

  @Produces
  @Singleton
  ResourceFactory factory(InstantSource clock, ResourceConditions conditions) {
    return new ResourceFactory(
        new TimeOrderedIds(clock, new SecureRandom()), clock, conditions, new JsonEquality());
  }

  @Produces
  @Singleton
  ResourceService resources(
      KindCatalogue kinds,
      PostgresStores stores,
      Instance<SpecSchemas> schemas,
      ResourceFactory factory) {
    // Not made here: a file at fault is told as the service starts, not as the endpoints are made.
    SpecSchemas whenAsked = (kind, spec) -> schemas.get().check(kind, spec);
    return new ResourceService(kinds, stores.stores(), factory, whenAsked, config.maxLabels);
  }

  @Produces
  @Singleton
  ResourceDeletion deletion(KindCatalogue kinds, PostgresStores stores, ResourceFactory factory) {
    return new ResourceDeletion(kinds, stores.stores(), factory);
  }

  @Produces
  @Singleton
  ResourceReports reports(
      KindCatalogue kinds,
      PostgresStores stores,
      ResourceConditions conditions,
      InstantSource clock) {
    return new ResourceReports(kinds, stores.stores(), conditions, new JsonEquality(), clock);
  }

  @Produces
  @Singleton
  WarmUpPass warmUpPass() {
    return new WarmUpPass(new SecureRandom());
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
