package io.hyperfleet.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The same answers as the plain probes, in the form of MicroProfile Health. */
@ApplicationScoped
class Checks {

  @Inject ReadinessProbe readiness;

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up("process");
  }

  @Produces
  @Startup
  HealthCheck started() {
    return () ->
        HealthCheckResponse.named("schema").status(Phase.current() != Phase.STARTING).build();
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> {
      ReadinessProbe.Answer answer = readiness.answer();
      HealthCheckResponseBuilder response =
          HealthCheckResponse.named("database").status(answer.isOk());
      Saturation.now().forEach(response::withData);
      answer.reason().ifPresent(reason -> response.withData("reason", reason));
      return response.build();
    };
  }
}
