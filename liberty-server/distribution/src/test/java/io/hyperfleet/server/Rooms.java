package io.hyperfleet.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each room may see beside itself and the plain JDK. A new library is a new word here. */
final class Rooms {

  static final String ROOT = "io.hyperfleet.";

  private static final List<String> JDK =
      List.of("java.io", "java.lang..", "java.math", "java.nio..", "java.time..", "java.util..");

  private static final Map<String, List<String>> SEES = new LinkedHashMap<>();

  static {
    room("domain");
    room(
        "json",
        "io.hyperfleet.domain..",
        "com.fasterxml.jackson.core..",
        "org.snakeyaml.engine.v2..");
    room("application", "io.hyperfleet.domain..");
    room(
        "persistence",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "java.net",
        "java.sql",
        "javax.sql",
        "jakarta.persistence..",
        "org.eclipse.persistence.sessions",
        "org.flywaydb.core..");
    room(
        "rest",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "io.hyperfleet.json..",
        "jakarta.enterprise.inject..",
        "jakarta.inject",
        "jakarta.servlet..",
        "jakarta.ws.rs..",
        "java.net",
        "java.security",
        "com.fasterxml.jackson.core..");
    room(
        "schema",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "io.hyperfleet.json..",
        "java.net",
        "com.google.re2j");
    room("cel", "io.hyperfleet.domain..", "io.hyperfleet.json", "com.google.re2j", "dev.cel..");
    room(
        "server.api",
        "io.hyperfleet.cel",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "io.hyperfleet.json",
        "io.hyperfleet.persistence..",
        "io.hyperfleet.rest..",
        "io.hyperfleet.schema",
        "io.hyperfleet.server.build",
        "io.hyperfleet.server.configuration",
        "io.hyperfleet.server.tls",
        "io.hyperfleet.server.warmup",
        "java.security",
        "java.sql",
        "javax.sql",
        "javax.management",
        "jakarta.annotation",
        "jakarta.enterprise..",
        "jakarta.inject",
        "jakarta.persistence",
        "jakarta.servlet..",
        "jakarta.transaction",
        "org.eclipse.microprofile..");
    room(
        "server.warmup",
        "io.hyperfleet.domain..",
        "io.hyperfleet.rest.request",
        "io.hyperfleet.server.tls",
        "java.net",
        "javax.net.ssl");
    room(
        "server.health",
        "java.sql",
        "javax.sql",
        "javax.management",
        "jakarta.annotation",
        "jakarta.enterprise..",
        "jakarta.inject",
        "jakarta.servlet..",
        "org.eclipse.microprofile..");
    room(
        "server.edge",
        "java.net",
        "jakarta.servlet..",
        "org.osgi.framework",
        "com.ibm.wsspi.http",
        "com.ibm.wsspi.kernel.service.location");
    room(
        "server.tls",
        "java.net",
        "java.security..",
        "java.sql",
        "javax.net.ssl",
        "org.postgresql..");
    room("server.driver", "java.sql", "org.postgresql..");
    room("server.build");
    room(
        "server.configuration",
        "io.hyperfleet.domain.kind",
        "io.hyperfleet.domain.status",
        "io.hyperfleet.json..",
        "io.hyperfleet.server.tls",
        "java.net",
        "org.eclipse.microprofile.config.spi");
    room("hostile", "java.net");
    room(
        "simulator",
        "io.hyperfleet.domain.json",
        "io.hyperfleet.json",
        "java.net..",
        "com.fasterxml.jackson.core");
    room("server.boot", "java.net");
    room(
        "server.launcher",
        "io.hyperfleet.cel",
        "io.hyperfleet.domain.kind",
        "io.hyperfleet.json",
        "io.hyperfleet.persistence.failure",
        "io.hyperfleet.persistence.migration..",
        "io.hyperfleet.schema",
        "io.hyperfleet.server.build",
        "io.hyperfleet.server.configuration",
        "io.hyperfleet.server.tls",
        "io.hyperfleet.simulator",
        "java.net",
        "java.security",
        "java.sql",
        "javax.sql",
        "javax.management..",
        "com.ibm.wsspi.kernel.embeddable",
        "com.fasterxml.jackson.core..",
        "io.zonky.test.db.postgres..",
        "org.postgresql..");
  }

  private Rooms() {}

  static Stream<String> names() {
    return SEES.keySet().stream();
  }

  static ArchRule rule(String room) {
    String[] allowed =
        Stream.of(Stream.of(packagesOf(room)), JDK.stream(), SEES.get(room).stream())
            .flatMap(part -> part)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(packagesOf(room))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  static String[] packages() {
    return names().map(Rooms::packagesOf).toArray(String[]::new);
  }

  private static void room(String name, String... others) {
    SEES.put(name, List.of(others));
  }

  private static String packagesOf(String room) {
    return ROOT + room + "..";
  }
}
