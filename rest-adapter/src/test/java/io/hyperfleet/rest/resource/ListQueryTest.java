package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.Optional;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

  private static PageRequest accept(String query) {
    return of(query).selection(KindFixture.CLUSTER).page();
  }

  private static ListQuery of(String query) {
    return ListQuery.of(new ResteasyUriInfo("http://localhost/clusters?" + query, ""));
  }

  private static FleetException refusal(String query) {
    FleetException refused = catchThrowableOfType(FleetException.class, () -> accept(query));
    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
    return refused;
  }

  private static Violation notAnInteger(String field, String value) {
    return new Violation(field, value, Constraint.FORMAT, "must be a valid integer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                 | 1      | 20
          page=2&size=5                      | 2      | 5
          page=&size=%20                     | 1      | 20
          page=%203%20&size=+4+              | 3      | 4
          page=2&page=9&size=5&size=abc      | 2      | 5
          page=%2B7&size=007                 | 7      | 7
          page=100000&size=100               | 100000 | 100
          pageSize=3&orderBy=x&kind=Y&foo    | 1      | 20
          search=&order=%20&fields&ref_type= | 1      | 20
          """)
  void theFirstValueCountsAndABlankOneIsTheDefault(String query, int page, int size) {
    assertThat(accept(query)).isEqualTo(new PageRequest(page, size));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "1.5", "1e2", "0x1", "9223372036854775808", "1_0", "--1", "1%201", "٣"})
  void textThatIsNo64BitIntegerIsTold(String value) {
    FleetException refused = refusal("size=" + value);
    assertThat(refused).hasMessage("Invalid query parameters");
    assertThat(refused.violations())
        .containsExactly(notAnInteger("size", value.replace("%20", " ")));
  }

  @Test
  void bothAreToldInTheFirstStage() {
    assertThat(refusal("size=x&page=y&order=z").violations())
        .containsExactly(notAnInteger("page", "y"), notAnInteger("size", "x"));
  }

  @Test
  void rangesAreToldOnlyIfBothAreIntegers() {
    assertThat(refusal("page=0&size=x").violations()).containsExactly(notAnInteger("size", "x"));
  }

  @Test
  void bothAreToldInTheSecondStageSizeFirst() {
    assertThat(refusal("page=100001&size=0").violations())
        .containsExactly(
            new Violation("size", 0L, Constraint.MIN, "size must be at least 1"),
            new Violation("page", 100_001L, Constraint.MAX, "page must be at most 100000"));
  }

  @Test
  void integersOf64BitsAreNumbersInTheAnswer() {
    assertThat(refusal("size=9223372036854775807").violations())
        .containsExactly(
            new Violation("size", Long.MAX_VALUE, Constraint.MAX, "size must be at most 100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "order", "fields"})
  void whatWouldChangeTheRowsIsNotIgnored(String name) {
    FleetException refused = refusal(name + "=x");
    assertThat(refused)
        .hasMessage("query parameter '" + name + "' is not supported by this version");
    assertThat(refused.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=%zz", "foo=%", "%=1", "search=%2"})
  void aQueryThatIsNotPercentEncodedIsRefused(String query) {
    assertThat(refusal(query)).hasMessage("Invalid query parameters");
  }

  @Test
  void oneOfThePairIsToldBeforeWhatIsWrongWithThePage() {
    String together = "ref_type and ref_target_id must be provided together";

    assertThat(refusal("ref_target_id=x&size=0").violations())
        .containsExactly(
            new Violation("reftype", "", Constraint.REQUIRED, together),
            new Violation("size", 0L, Constraint.MIN, "size must be at least 1"));
    assertThat(refusal("ref_type=x&ref_target_id=%20").violations())
        .containsExactly(new Violation("reftargetid", "", Constraint.REQUIRED, together));
  }

  @Test
  void onlyADeclaredReferenceCanBeLookedFor() {
    Kind region = new Kind("Region");
    KindDescriptor site =
        KindFixture.root("Site", "sites")
            .withReferences(new ReferenceRule("home", region, 0, 0))
            .build();
    String id = "00000000-0000-7000-8000-000000000000";
    Reference target = new Reference(region, ResourceId.parse(id).orElseThrow());

    assertThat(of("ref_type=home&ref_target_id=" + id).selection(site).referring())
        .contains(new Referring("home", Optional.of(target)));
    assertThat(of("ref_type=home&ref_target_id=x").selection(site).referring())
        .contains(new Referring("home", Optional.empty()));
    assertThat(refusal("ref_type=home&ref_target_id=" + id))
        .hasMessage("Unknown ref_type \"home\" for entity Cluster");
    assertThat(of("ref_type=home&ref_target_id=" + id).selection().referring()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kind=", "kind", "size=3"})
  void everythingIsWantedUnlessAKindIsNamed(String query) {
    assertThat(of(query).ofEverything(KindFixture.KINDS)).isEqualTo(ResourceCollection.EVERYTHING);
  }

  @Test
  void ofEverythingOneKindMayBeWanted() {
    assertThat(of("kind=NodePool&kind=Nobody").ofEverything(KindFixture.KINDS))
        .isEqualTo(ResourceCollection.of(KindFixture.NODE_POOL));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"Foo,Foo", "cluster,cluster", "%20,' '", "%20Cluster,' Cluster'", "a%27b,a'b"})
  void aKindIsTakenAsItIs(String value, String told) {
    FleetException refused =
        catchThrowableOfType(
            FleetException.class, () -> of("kind=" + value).ofEverything(KindFixture.KINDS));
    assertThat(refused).hasMessage("Unknown entity kind: " + told);
  }

  @Test
  void whichPageIsCheckedBeforeWhichKindAndThatBeforeTheRest() {
    assertThat(
            catchThrowableOfType(
                FleetException.class,
                () -> of("page=0&kind=Foo&order=x").ofEverything(KindFixture.KINDS)))
        .hasMessage("Invalid query parameters");
    assertThat(
            catchThrowableOfType(
                FleetException.class, () -> of("kind=Foo&order=x").ofEverything(KindFixture.KINDS)))
        .hasMessage("Unknown entity kind: Foo");
  }
}
