package io.hyperfleet.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which room may see what. Only allow-lists: a rule that names what is forbidden rots unnoticed.
 */
class ArchitectureTest {

  private static final String[] JDK = {
    "java.io", "java.lang..", "java.math", "java.nio..", "java.time..", "java.util.."
  };

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.hyperfleet");

  private static ArchRule domain() {
    return room("domain");
  }

  private static ArchRule application() {
    return room("application", "io.hyperfleet.domain..");
  }

  private static ArchRule persistence() {
    return room(
        "persistence",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "java.net",
        "java.sql",
        "javax.sql",
        "jakarta.persistence..",
        "org.eclipse.persistence.sessions",
        "org.flywaydb.core..");
  }

  private static ArchRule rest() {
    return room(
        "rest",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "jakarta.inject",
        "jakarta.servlet..",
        "jakarta.ws.rs..",
        "com.fasterxml.jackson.core..");
  }

  private static ArchRule health() {
    return room(
        "server.health",
        "java.sql",
        "javax.sql",
        "javax.management",
        "jakarta.annotation",
        "jakarta.enterprise..",
        "jakarta.inject",
        "jakarta.servlet..",
        "org.eclipse.microprofile..");
  }

  private static ArchRule launcher() {
    return room(
        "server.launcher",
        "io.hyperfleet.persistence.migration..",
        "io.hyperfleet.server.build",
        "io.hyperfleet.server.configuration",
        "io.hyperfleet.server.tls",
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

  private static ArchRule schema() {
    return room(
        "schema",
        "io.hyperfleet.domain..",
        "io.hyperfleet.application..",
        "java.net",
        "com.fasterxml.jackson.core..",
        "org.snakeyaml.engine.v2..");
  }

  private static ArchRule boot() {
    return room("server.boot", "java.net");
  }

  private static ArchRule configuration() {
    return room(
        "server.configuration",
        "io.hyperfleet.server.tls",
        "java.net",
        "org.snakeyaml.engine..",
        "org.eclipse.microprofile.config.spi");
  }

  private static ArchRule tls() {
    return room(
        "server.tls",
        "java.net",
        "java.security..",
        "java.sql",
        "javax.net.ssl",
        "org.postgresql..");
  }

  /** A room sees itself, the plain JDK, and what is listed. */
  private static ArchRule room(String name, String... others) {
    String own = "io.hyperfleet." + name + "..";
    String[] allowed =
        Stream.of(Stream.of(own), Stream.of(JDK), Stream.of(others))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  @TestFactory
  Stream<DynamicTest> aRoomSeesOnlyWhatItsWorkNeeds() {
    return Stream.of(
            domain(),
            application(),
            persistence(),
            rest(),
            schema(),
            boot(),
            configuration(),
            health(),
            launcher(),
            tls())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCTION)));
  }

  @Test
  void aClassThatBreaksTheRuleOfTheDomainIsReported() {
    JavaClasses planted = new ClassFileImporter().importPackages("io.hyperfleet.domain.canary");

    assertThat(domain().evaluate(planted).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("jakarta.persistence.EntityManager"));
  }

  @TestFactory
  Stream<DynamicTest> featuresOfARoomDoNotFormCycles() {
    return Stream.of("domain", "application", "persistence", "rest", "server")
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        slices()
                            .matching("io.hyperfleet." + room + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .check(PRODUCTION)));
  }

  @Test
  void everyPortIsImplementedInAnOuterRoom() {
    classes()
        .that()
        .resideInAPackage("io.hyperfleet.application..")
        .and()
        .areInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should(beImplementedOutsideTheApplication())
        .check(PRODUCTION);
  }

  @Test
  void rowsStayInTheirPackage() {
    classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(PRODUCTION);
  }

  @Test
  void fieldsAreInjectedOnlyWhereTheContainerLeavesNoChoice() {
    fields()
        .that()
        .areAnnotatedWith("jakarta.inject.Inject")
        .should()
        .beDeclaredInClassesThat(
            resideInAPackage("io.hyperfleet.server..")
                .or(
                    com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates
                        .annotatedWith(Provider.class)
                        .forSubtype()))
        .check(PRODUCTION);
  }

  private static ArchCondition<JavaClass> beImplementedOutsideTheApplication() {
    return new ArchCondition<>("be implemented outside the application") {
      @Override
      public void check(JavaClass port, ConditionEvents events) {
        boolean implemented =
            port.getAllSubclasses().stream()
                .anyMatch(not(resideInAPackage("io.hyperfleet.application..")));
        events.add(
            new SimpleConditionEvent(
                port, implemented, port.getName() + " is implemented: " + implemented));
      }
    };
  }
}
