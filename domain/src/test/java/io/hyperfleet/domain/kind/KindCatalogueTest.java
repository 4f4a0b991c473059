package io.hyperfleet.domain.kind;

import static io.hyperfleet.domain.kind.KindFixture.child;
import static io.hyperfleet.domain.kind.KindFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindCatalogueTest {

  private static KindCatalogue catalogue(KindFixture... kinds) {
    return new KindCatalogue(Stream.of(kinds).map(KindFixture::build).toList());
  }

  private static ReferenceRule refersTo(String target, int min) {
    return new ReferenceRule("to-" + target, new Kind(target), min, 0);
  }

  private static ConditionRule condition(String type) {
    return new ConditionRule(type, "true", "true", "'r'", "'m'");
  }

  private static void assertRefused(String message, KindFixture... kinds) {
    assertThatIllegalArgumentException().isThrownBy(() -> catalogue(kinds)).withMessage(message);
  }

  @Nested
  class Served {

    @Test
    void aKindIsFoundByItsNameAndByItsPlural() {
      KindCatalogue kinds = catalogue(root("Depot", "depots"), root("Region", "regions"));

      assertThat(kinds.named("Depot")).isEqualTo(kinds.ofPlural("depots")).isPresent();
      assertThat(kinds.named("depots")).isEmpty();
      assertThat(kinds.ofPlural("Depot")).isEmpty();
      assertThat(kinds.named("")).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheDeclaration() {
      assertThat(catalogue(root("B", "bs"), root("A", "as"), root("C", "cs")).all())
          .extracting(KindDescriptor::name)
          .containsExactly("B", "A", "C");
    }

    @Test
    void aChildMayBeDeclaredBeforeItsParentAndMayBeAParentItself() {
      KindCatalogue kinds =
          catalogue(
              child("Bay", "bays", "Crate"), child("Crate", "crates", "Depot"), root("Depot", "d"));

      KindDescriptor bay = kinds.named("Bay").orElseThrow();
      KindDescriptor crate = kinds.named("Crate").orElseThrow();
      assertThat(kinds.parentOf(bay)).contains(crate);
      assertThat(kinds.parentOf(crate)).isEqualTo(kinds.named("Depot"));
      assertThat(kinds.named("Depot").flatMap(kinds::parentOf)).isEmpty();
    }

    @Test
    void noKindAtAllIsACatalogueToo() {
      assertThat(new KindCatalogue(List.of()).all()).isEmpty();
    }

    @Test
    void whatNeedNotExistMayGoInCirclesAndBack() {
      assertThatCode(
              () ->
                  catalogue(
                      root("A", "as").withReferences(refersTo("A", 0), refersTo("B", 1)),
                      root("B", "bs").withReferences(refersTo("A", 0), refersTo("C", 1)),
                      root("C", "cs"),
                      root("D", "ds").withReferences(refersTo("B", 1), refersTo("C", 2))))
          .doesNotThrowAnyException();
    }

    @Test
    void aMaximumOfZeroIsNone() {
      assertThatCode(
              () ->
                  catalogue(
                      root("A", "as").withNameLength(7, 0).withReferences(refersTo("B", 5)),
                      root("B", "bs")))
          .doesNotThrowAnyException();
    }
  }

  /** One test for each line of the published table, in its order. */
  @Nested
  class Refused {

    @Test
    void anEmptyPlural() {
      assertRefused("entity kind \"A\" has empty plural", root("A", ""));
    }

    @Test
    void aKindDeclaredTwice() {
      assertRefused("entity kind \"A\" already registered", root("A", "as"), root("A", "bs"));
    }

    @Test
    void aParentThatNobodyDeclares() {
      assertRefused(
          "entity kind \"B\" references unregistered parent kind \"A\"", child("B", "bs", "A"));
    }

    @Test
    void aKindThatOwnsItself() {
      assertRefused(
          "ownership cycle detected: kind \"A\" participates in a ParentKind cycle",
          child("A", "as", "A"));
    }

    @Test
    void kindsThatOwnEachOtherAndNotTheOneBelowThem() {
      assertRefused(
          "ownership cycle detected: kind \"B\" participates in a ParentKind cycle",
          child("A", "as", "B"),
          child("B", "bs", "C"),
          child("C", "cs", "B"));
    }

    @Test
    void aPluralThatTwoKindsTake() {
      assertRefused(
          "duplicate plural \"as\": registered by both \"A\" and \"B\"",
          root("A", "as"),
          root("B", "as"));
    }

    @Test
    void aReferenceToAKindThatNobodyDeclares() {
      assertRefused(
          "entity \"A\": reference \"to-B\" targets unregistered kind \"B\"",
          root("A", "as").withReferences(refersTo("B", 0)));
    }

    @Test
    void aReferenceTypeDeclaredTwice() {
      assertRefused(
          "entity \"A\": duplicate ref_type \"to-A\" in references",
          root("A", "as").withReferences(refersTo("A", 0), refersTo("A", 0)));
    }

    @Test
    void aReferenceThatNeedsMoreThanItAllows() {
      assertRefused(
          "entity \"A\": reference \"r\" has max (1) < min (2)",
          root("A", "as").withReferences(new ReferenceRule("r", new Kind("A"), 2, 1)));
    }

    @Test
    void aNameThatMustBeLongerThanItMay() {
      assertRefused(
          "entity \"A\": NameMaxLen (3) must be >= NameMinLen (4)",
          root("A", "as").withNameLength(4, 3));
    }

    @Test
    void aConditionThatIsThereTwice() {
      assertRefused(
          "entity \"A\": invalid conditions: A condition type 'Calm' is defined multiple times (each"
              + " type must be unique)",
          root("A", "as").withConditions(condition("Calm"), condition("Calm")));
    }

    @Test
    void aConditionWithoutType() {
      assertRefused(
          "entity \"A\": invalid conditions: A condition type cannot be empty",
          root("A", "as").withConditions(condition("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reconciled", "LastKnownReconciled", "DnsOfBSuccessful"})
    void aConditionThatTheServiceItselfSetsOnAnyKind(String type) {
      assertRefused(
          "entity \"A\": invalid conditions: A condition type '"
              + type
              + "' is reserved and cannot be overridden by mapping rules",
          root("A", "as").withConditions(condition(type)),
          root("B", "bs").withAdapters("dns-of-b"));
    }

    @Test
    void aConditionWhoseTypeHasTooManyBytes() {
      String type = "ä".repeat(51);

      assertRefused(
          "entity \"A\": invalid conditions: A condition type '"
              + type
              + "' exceeds max length 100 (got 102)",
          root("A", "as").withConditions(condition(type)));
    }

    @ParameterizedTest
    @CsvSource({
      "' ',t,t,t,when",
      "t,'',t,t,output.status",
      "t,t,'',t,output.reason",
      "t,t,t,'',output.message"
    })
    void aConditionThatLacksAnExpression(
        String when, String status, String reason, String message, String field) {
      assertRefused(
          "entity \"A\": invalid conditions: A.Calm."
              + field
              + ": invalid CEL expression: there is none",
          root("A", "as").withConditions(new ConditionRule("Calm", when, status, reason, message)));
    }

    @Test
    void aKindThatNeedsOneOfItself() {
      assertRefused(
          "circular required references (Min > 0): [A A]",
          root("A", "as").withReferences(refersTo("A", 1)));
    }

    @Test
    void kindsThatNeedEachOther() {
      assertRefused(
          "circular required references (Min > 0): [B C B]",
          root("A", "as").withReferences(refersTo("B", 1)),
          root("B", "bs").withReferences(refersTo("C", 1)),
          root("C", "cs").withReferences(refersTo("B", 1)));
    }

    @Test
    void thePluralOfTheRouteOfAllKinds() {
      assertRefused(
          "entity kind \"A\" uses reserved plural \"resources\" which would shadow /resources root"
              + " endpoint",
          root("A", "resources"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statuses", "force-delete", "openapi", "openapi.html"})
    void aPluralThatMeansSomethingElseWhereItWouldStand(String plural) {
      assertRefused(
          "entity kind \"B\": a route of plural \"" + plural + "\" collides with another route",
          root("A", "as"),
          child("B", plural, "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "ä", "{a}", "..", "."})
    void aPluralThatIsNoSegmentOfAPath(String plural) {
      assertRefused(
          "entity kind \"A\": plural \"" + plural + "\" is not a segment of a path",
          root("A", plural));
    }

    @Test
    void aNameThatCannotBeKept() {
      String kind = "K".repeat(101);

      assertRefused("entity kind \"" + kind + "\" is longer than 100 characters", root(kind, "as"));
    }
  }

  /** 18 of the base, 38 and the plural for each level. */
  @Test
  void aResourceBelowManyOwnersHasAnHrefThatCanBeKept() {
    KindFixture top = root("A", "a".repeat(200));
    KindFixture middle = child("B", "b".repeat(100), "A");

    assertThatCode(() -> catalogue(top, middle, child("C", "c".repeat(68), "B")))
        .doesNotThrowAnyException();
    assertRefused(
        "entity kind \"C\": the href of a resource would have 501 characters, more than 500",
        top,
        middle,
        child("C", "c".repeat(69), "B"));
  }

  @Test
  void aReferenceTypeCanBeKept() {
    String type = "r".repeat(256);

    assertRefused(
        "entity \"A\": ref_type \"" + type + "\" is longer than 255 characters",
        root("A", "as").withReferences(new ReferenceRule(type, new Kind("A"), 0, 0)));
  }

  @Test
  void nodePoolsBelongToClustersOrToNobody() {
    assertRefused(
        "entity kind \"NodePool\" cannot belong to \"Depot\": its table belongs to that of"
            + " \"Cluster\"",
        root("Depot", "depots"),
        child("NodePool", "nodepools", "Depot"));
    assertThatCode(() -> catalogue(root("NodePool", "nodepools"))).doesNotThrowAnyException();
  }

  @Test
  void belowNothingAPluralCannotCollideWithWhatIsBelowAResource() {
    assertThatCode(() -> catalogue(root("A", "statuses"))).doesNotThrowAnyException();
  }

  @Test
  void twoKindsMayHaveTheSameConditionOfTheirOwn() {
    assertThatCode(
            () ->
                catalogue(
                    root("A", "as").withConditions(condition("Calm"), condition("Warm")),
                    root("B", "bs").withConditions(condition("Calm"))))
        .doesNotThrowAnyException();
  }

  @Test
  void theKindAtFaultIsToldByItsPosition() {
    CatalogueException fault =
        catchThrowableOfType(
            CatalogueException.class,
            () -> catalogue(root("A", "as"), root("B", "bs"), root("C", "as")));

    assertThat(fault.position()).isEqualTo(2);
  }

  @Test
  void theFirstFaultInThePublishedOrderIsTheOneTold() {
    assertRefused(
        "entity kind \"B\" has empty plural",
        child("A", "resources", "Nobody").withNameLength(4, 3),
        root("B", ""));
  }
}
