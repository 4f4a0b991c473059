package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ListPart;
import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.application.resource.ListSelection;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourcePart;
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
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue.Text;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

  private static final String ID = "00000000-0000-7000-8000-000000000000";

  private static PageRequest accept(String query) {
    return of(query).selection(KindFixture.CLUSTER).part().page().orElseThrow();
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

  @Test
  void whatIsWantedIsHandedOn() {
    ListSelection wanted =
        of("search=+name%3D%27a%27+&order=name,kind+desc&order=id&fields=spec,name&fields=labels")
            .selection();

    assertThat(wanted.filter())
        .contains(new Comparison(ResourceColumn.NAME, SearchOperator.EQUAL, new Text("a")));
    assertThat(wanted.order())
        .isEqualTo(
            new ResourceOrder(
                List.of(
                    new Term(ResourceColumn.NAME, false),
                    new Term(ResourceColumn.KIND, true),
                    new Term(ResourceColumn.ID, false))));
    assertThat(wanted.parts()).containsExactlyInAnyOrder(ResourcePart.SPEC, ResourcePart.LABELS);
  }

  @Test
  void withoutWishesEverythingIsWantedLatestFirst() {
    assertThat(of("search=%20&order=,&fields=").selection())
        .isEqualTo(ListSelection.of(new PageRequest(1, 20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page=0&order=X&search=%3D&fields=no       | Invalid query parameters
          order=X&search=%3D&fields=no              | invalid order format
          order=no&search=%3D&fields=no             | failed to parse search query
          order=no&search=name%3D%27a%27&fields=no  | invalid field in search or order query
          order=id&search=nobody%3D%27a%27&fields=x | invalid field in search or order query
          order=id&search=name%3D%27a%27&fields=no  | The following field(s) doesn't exist
          """)
  void whatIsWrongIsToldInOneOrder(String query, String told) {
    assertThat(catchThrowableOfType(FleetException.class, () -> accept(query)))
        .hasMessageStartingWith(told);
  }

  @Test
  void aPageIsCountedUnlessThatIsNotWanted() {
    assertThat(of("").selection().part().counted()).isTrue();
    assertThat(of("total=true").selection().part().counted()).isTrue();
    assertThat(of("total=false").selection().part().counted()).isFalse();
    assertThat(refusal("total=no&size=x").violations())
        .containsExactly(
            notAnInteger("size", "x"),
            new Violation("total", "no", Constraint.FORMAT, "must be true or false"));
  }

  @Test
  void anEmptyCursorBeginsAListThatIsContinued() {
    assertThat(of("cursor&size=3").selection().part())
        .isEqualTo(ListPart.after(Optional.empty(), 3));
  }

  @Test
  void aCursorContinuesItsListAtAnySize() {
    String query = "search=name!%3D%27a%27&order=name&size=";
    ListPosition position =
        new ListPosition(List.of(Optional.of(new Text("b")), Optional.of(new Text(ID))));

    String cursor = of(query + "3&cursor=").cursor(position);

    assertThat(of(query + "5&cursor=" + cursor).selection().part())
        .isEqualTo(ListPart.after(Optional.of(position), 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search=name%3D%27b%27&order=name",
        "order=name+desc",
        "order=name,kind",
        "order=name&kind=X",
        "order=name&ref_type=a&ref_target_id=b"
      })
  void aCursorOfAnotherListIsRefused(String other) {
    ListPosition position =
        new ListPosition(List.of(Optional.of(new Text("b")), Optional.of(new Text(ID))));
    String cursor = of("order=name&cursor").cursor(position);

    assertThat(of("order=name&cursor=" + cursor).selection().part().position()).contains(position);
    assertThat(
            catchThrowableOfType(
                FleetException.class, () -> of(other + "&cursor=" + cursor).selection()))
        .extracting(FleetException::violations)
        .asString()
        .contains("start again with an empty cursor");
  }

  @Test
  void aCursorOfAnotherPathIsRefused() {
    ListPosition position = new ListPosition(List.of(Optional.of(new Text(ID))));
    String cursor = of("order=id&cursor").cursor(position);
    ListQuery other =
        ListQuery.of(
            new ResteasyUriInfo("http://localhost/nodepools?order=id&cursor=" + cursor, ""));

    assertThatThrownBy(other::selection).hasMessage("Invalid query parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "%20-"})
  void whatIsNoCursorIsRefused(String cursor) {
    assertThat(refusal("cursor=" + cursor).violations())
        .extracting(Violation::field)
        .containsExactly("cursor");
  }

  /** Whoever makes one up has to know what a resource looks like, and gains nothing. */
  @Test
  void aCursorWithValuesThatNoResourceHasIsRefused() {
    ListPosition position =
        new ListPosition(List.of(Optional.empty(), Optional.of(new Text("no id"))));
    ListQuery query = of("order=name&cursor");
    String cursor = query.cursor(position);

    assertThat(refusal("order=name&cursor=" + cursor)).hasMessage("Invalid query parameters");
  }

  @Test
  void whatDoesNotGoWithACursorIsTold() {
    assertThat(refusal("cursor&page=1&total=true").violations())
        .extracting(Violation::field)
        .containsExactly("page", "total");
    assertThat(refusal("cursor&order=spec").violations())
        .extracting(Violation::field)
        .containsExactly("cursor");
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
