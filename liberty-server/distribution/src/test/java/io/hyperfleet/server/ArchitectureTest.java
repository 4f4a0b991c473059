package io.hyperfleet.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which room may see what. Only allow-lists: a rule that names what is forbidden rots unnoticed. A
 * class that breaks the rule is planted for each.
 */
class ArchitectureTest {

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.hyperfleet");

  private static JavaClasses intruders;

  @TempDir Path folder;

  @BeforeAll
  static void plantAnIntruderInEachRoom(@TempDir Path everywhere) {
    intruders =
        PlantedClasses.of(
            everywhere,
            Rooms.names()
                .map(
                    "package io.hyperfleet.%s.planted; class Intruder { java.awt.Point out; }"
                        ::formatted)
                .toArray(String[]::new));
  }

  static Stream<String> rooms() {
    return Rooms.names();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSeesOnlyWhatItsWorkNeeds(String room) {
    Rooms.rule(room).check(PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aClassThatLooksOutOfItsRoomIsReported(String room) {
    assertThat(violations(Rooms.rule(room), intruders))
        .anyMatch(it -> it.contains(room + ".planted.Intruder.out"));
  }

  @Test
  void everyClassLivesInARoomThatHasARule() {
    everyClassInARoom().check(PRODUCTION);
  }

  @Test
  void aClassOutsideOfAllRoomsIsReported() {
    JavaClasses planted = PlantedClasses.of(folder, "package io.hyperfleet.attic; class Box {}");

    assertThat(violations(everyClassInARoom(), planted)).anyMatch(it -> it.contains("attic.Box"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "domain",
        "json",
        "application",
        "persistence",
        "rest",
        "schema",
        "cel",
        "server",
        "hostile",
        "simulator"
      })
  void featuresOfARoomDoNotFormCycles(String room) {
    noCycles(room).allowEmptyShould(room.matches("schema|cel")).check(PRODUCTION);
  }

  @Test
  void aCycleOfFeaturesIsReported() {
    JavaClasses planted =
        PlantedClasses.of(
            folder,
            "package io.hyperfleet.domain.hen; public class Hen { io.hyperfleet.domain.egg.Egg e; }",
            "package io.hyperfleet.domain.egg; public class Egg { io.hyperfleet.domain.hen.Hen h; }");

    assertThat(violations(noCycles("domain"), planted)).anyMatch(it -> it.contains("Cycle"));
  }

  @Test
  void everyPortIsImplementedInAnOuterRoom() {
    portsAreImplemented().check(PRODUCTION);
  }

  @Test
  void aPortThatNobodyImplementsIsReported() {
    JavaClasses planted =
        PlantedClasses.of(folder, "package io.hyperfleet.application.x; interface Lonely {}");

    assertThat(violations(portsAreImplemented(), planted)).anyMatch(it -> it.contains("Lonely"));
  }

  @Test
  void rowsStayInTheirPackage() {
    rowsAreNotPublic().check(PRODUCTION);
  }

  @Test
  void aPublicRowIsReported() {
    JavaClasses planted =
        PlantedClasses.of(
            folder,
            "package io.hyperfleet.persistence.x; @jakarta.persistence.Entity public class Row {}");

    assertThat(violations(rowsAreNotPublic(), planted)).anyMatch(it -> it.contains("x.Row"));
  }

  @Test
  void fieldsAreInjectedOnlyWhereTheContainerLeavesNoChoice() {
    noInjectedFields().check(PRODUCTION);
  }

  @Test
  void anInjectedFieldIsReported() {
    JavaClasses planted =
        PlantedClasses.of(
            folder,
            "package io.hyperfleet.rest.x; class Lazy { @jakarta.inject.Inject String field; }");

    assertThat(violations(noInjectedFields(), planted)).anyMatch(it -> it.contains("Lazy.field"));
  }

  @Test
  void noTwoClassesHaveTheSameName() {
    assertThat(sameNames(PRODUCTION)).isEmpty();
  }

  @Test
  void twoClassesOfOneNameAreReported() {
    JavaClasses planted =
        PlantedClasses.of(
            folder,
            "package io.hyperfleet.domain.x; class Twin {}",
            "package io.hyperfleet.rest.x; class Twin {}");

    assertThat(sameNames(planted)).containsOnlyKeys("Twin");
  }

  private static ArchRule everyClassInARoom() {
    return classes().should().resideInAnyPackage(Rooms.packages());
  }

  private static ArchRule noCycles(String room) {
    return slices().matching(Rooms.ROOT + room + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchRule portsAreImplemented() {
    return classes()
        .that()
        .resideInAPackage("io.hyperfleet.application..")
        .and()
        .areInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should(beImplementedOutsideTheApplication());
  }

  private static ArchRule rowsAreNotPublic() {
    return classes().that().areAnnotatedWith(Entity.class).should().notBePublic();
  }

  private static ArchRule noInjectedFields() {
    return fields()
        .that()
        .areAnnotatedWith("jakarta.inject.Inject")
        .should()
        .beDeclaredInClassesThat(
            resideInAPackage("io.hyperfleet.server..")
                .or(annotatedWith(Provider.class).forSubtype()));
  }

  /** Of top-level classes: a reader who searches for a name should find one file. */
  private static Map<String, List<String>> sameNames(JavaClasses classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(it -> !it.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    byName.values().removeIf(names -> names.size() == 1);
    return byName;
  }

  private static List<String> violations(ArchRule rule, JavaClasses planted) {
    return rule.evaluate(planted).getFailureReport().getDetails();
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
