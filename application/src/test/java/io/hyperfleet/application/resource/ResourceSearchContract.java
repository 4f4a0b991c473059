package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.CREATED;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static io.hyperfleet.domain.search.SearchOperator.EQUAL;
import static io.hyperfleet.domain.search.SearchOperator.GREATER;
import static io.hyperfleet.domain.search.SearchOperator.GREATER_OR_EQUAL;
import static io.hyperfleet.domain.search.SearchOperator.LESS;
import static io.hyperfleet.domain.search.SearchOperator.NOT_EQUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link ResourceStore#list} finds, one form of a search after the other. */
public interface ResourceSearchContract {

  SpecPath SIZE = new SpecPath(List.of("size"));
  Label ENV = new Label("env");

  ResourceStore store();

  Transactions transactions();

  @Test
  default void oneOfSeveralIdsIsFoundAndWhatIsNoIdIsNone() {
    Kind kind = newKind();
    Resource one = insert(root(kind).named("one"));
    insert(root(kind).named("two"));
    In either = new In(ResourceColumn.ID, texts(one.id().toString(), "no id", "'"));
    In none = new In(ResourceColumn.ID, texts("no id"));

    assertThat(found(kind, either)).containsExactly("one");
    assertThat(found(kind, new Not(either))).containsExactly("two");
    assertThat(found(kind, none)).isEmpty();
    assertThat(found(kind, new Not(none))).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  default void anOwnerThatIsMissingIsNeitherOneOfSeveralNorNoneOfThem() {
    Resource owner = insert(ResourceFixture.cluster());
    Resource child = insert(nodePoolOf(owner).named("child"));
    In none = new In(ResourceColumn.OWNER_ID, texts("no id"));
    In owners = new In(ResourceColumn.OWNER_ID, texts(owner.id().toString(), "no id"));
    In both = new In(ResourceColumn.ID, texts(owner.id().toString(), child.id().toString()));

    assertThat(found(ResourceQuery.all(), and(both, owners))).containsExactly("child");
    assertThat(found(ResourceQuery.all(), and(both, new Not(none)))).containsExactly("child");
    assertThat(found(ResourceQuery.all(), and(both, new Not(owners)))).isEmpty();
  }

  @Test
  default void columnsOfEveryTypeAreOneOfSeveral() {
    Kind kind = newKind();
    insert(root(kind).named("a").withGeneration(3).createdAt(CREATED));
    insert(root(kind).named("b").withGeneration(4).createdAt(CREATED.plusSeconds(1)));

    assertThat(found(kind, new In(ResourceColumn.NAME, texts("b", "c")))).containsExactly("b");
    assertThat(found(kind, new In(ResourceColumn.GENERATION, numbers(3, 9)))).containsExactly("a");
    assertThat(found(kind, new In(ResourceColumn.CREATED_TIME, List.of(new Time(CREATED)))))
        .containsExactly("a");
  }

  @Test
  default void whoHasNoSuchLabelIsNeitherOneOfSeveralNorNoneOfThem() {
    Kind kind = newKind();
    insert(root(kind).named("dev").withLabels(Map.of("env", "dev")));
    insert(root(kind).named("prod").withLabels(Map.of("env", "prod")));
    insert(root(kind).named("bare"));
    In either = new In(ENV, texts("dev", "stage"));

    assertThat(found(kind, either)).containsExactly("dev");
    assertThat(found(kind, new Not(either))).containsExactly("prod");
  }

  @Test
  default void specsAreOneOfSeveralNumbersByValueAndOfSeveralTextsByText() {
    Kind kind = newKind();
    insert(root(kind).named("ten").withSpec("{\"size\":\"1e1\"}"));
    insert(root(kind).named("much").withSpec("{\"size\":\"much\"}"));
    insert(root(kind).named("null").withSpec("{\"size\":null}"));

    assertThat(found(kind, new In(SIZE, numbers(9, 10)))).containsExactly("ten");
    assertThat(found(kind, new Not(new In(SIZE, numbers(9))))).containsExactly("ten");
    assertThat(found(kind, new In(SIZE, texts("10", "much")))).containsExactly("much");
  }

  @Test
  default void aShapeHasAnyCharactersOneCharacterAndCharactersThemselves() {
    Kind kind = newKind();
    Stream.of("a-b", "a%b", "a--b", "A-b", "b\ud83d\ude80", "a\nb")
        .forEach(env -> insert(root(kind).withLabels(Map.of("env", env))));

    assertThat(envs(kind, like(ENV, "a%b")))
        .containsExactlyInAnyOrder("a-b", "a%b", "a--b", "a\nb");
    assertThat(envs(kind, like(ENV, "a_b"))).containsExactlyInAnyOrder("a-b", "a%b", "a\nb");
    assertThat(envs(kind, like(ENV, "a\\%b"))).containsExactly("a%b");
    assertThat(envs(kind, like(ENV, "\\a-_"))).containsExactly("a-b");
    assertThat(envs(kind, like(ENV, "b_"))).containsExactly("b\ud83d\ude80");
    assertThat(envs(kind, new Not(like(ENV, "a%"))))
        .containsExactlyInAnyOrder("A-b", "b\ud83d\ude80");
  }

  @Test
  default void namesThatBeginInOneWayAreFoundAndNoOthers() {
    Kind kind = newKind();
    Stream.of("prod-1", "prod-z9", "prod", "prod0", "pro", "zprod-1")
        .forEach(name -> insert(root(kind).named(name)));

    assertThat(found(kind, like(ResourceColumn.NAME, "prod-%")))
        .containsExactlyInAnyOrder("prod-1", "prod-z9");
    assertThat(found(kind, like(ResourceColumn.NAME, "prod\\-_"))).containsExactly("prod-1");
    assertThat(found(kind, like(ResourceColumn.NAME, "prod"))).containsExactly("prod");
    assertThat(found(kind, new Not(like(ResourceColumn.NAME, "prod%"))))
        .containsExactlyInAnyOrder("pro", "zprod-1");
  }

  /** Whatever the language of the database is. */
  @Test
  default void caseIsIgnoredForTheLettersOfAsciiOnly() {
    Kind kind = newKind();
    Stream.of("Prod-\u00c9", "PROD-\u00e9")
        .forEach(env -> insert(root(kind).withLabels(Map.of("env", env))));

    assertThat(envs(kind, new Like(ENV, "pROD-%", true))).hasSize(2);
    assertThat(envs(kind, new Like(ENV, "prod-\u00e9", true))).containsExactly("PROD-\u00e9");
    assertThat(envs(kind, new Like(ENV, "prod-%", false))).isEmpty();
  }

  @Test
  default void idsLabelsAndSpecsHaveShapesAndWhatIsMissingHasNone() {
    Kind kind = newKind();
    Resource one =
        insert(
            root(kind)
                .named("one")
                .withLabels(Map.of("env", "production"))
                .withSpec("{\"size\":12}"));
    insert(root(kind).named("bare").withSpec("{}"));

    assertThat(found(kind, like(ResourceColumn.ID, one.id().toString().substring(0, 35) + "_")))
        .contains("one");
    assertThat(found(kind, like(ENV, "prod%"))).containsExactly("one");
    assertThat(found(kind, new Not(like(ENV, "dev%")))).containsExactly("one");
    assertThat(found(kind, like(SIZE, "1_"))).containsExactly("one");
    assertThat(found(kind, new Not(like(SIZE, "2_")))).containsExactly("one");
  }

  @Test
  default void twoFieldsAreComparedAsTextsByCodePoints() {
    Kind kind = newKind();
    insert(root(kind).named("b").withLabels(Map.of("env", "b")).withSpec("{\"size\":9}"));
    insert(root(kind).named("a").withLabels(Map.of("env", "B")).withSpec("{\"size\":10}"));
    insert(root(kind).named("bare").withSpec("{}"));

    assertThat(found(kind, new TwoFields(ResourceColumn.NAME, EQUAL, ENV))).containsExactly("b");
    assertThat(found(kind, new TwoFields(ResourceColumn.NAME, GREATER, ENV))).containsExactly("a");
    assertThat(found(kind, new Not(new TwoFields(ENV, EQUAL, ResourceColumn.NAME))))
        .containsExactly("a");
    assertThat(found(kind, new TwoFields(SIZE, LESS, ENV))).containsExactlyInAnyOrder("a", "b");
    assertThat(found(kind, new TwoFields(ResourceColumn.ID, EQUAL, ResourceColumn.ID))).hasSize(3);
  }

  @Test
  default void objectsAndArraysInTheSpecAreTheTextThatTheDatabaseWrites() {
    Kind kind = newKind();
    insert(root(kind).named("array").withSpec("{\"size\":[1,2]}"));
    insert(root(kind).named("object").withSpec("{\"size\":{\"bb\":1.50,\"c\":\"\u00e9\\n\"}}"));
    insert(root(kind).named("null").withSpec("{\"size\":null}"));

    assertThat(found(kind, equal(SIZE, "[1, 2]"))).containsExactly("array");
    assertThat(found(kind, equal(SIZE, "{\"c\": \"\u00e9\\n\", \"bb\": 1.50}")))
        .containsExactly("object");
    assertThat(found(kind, new IsNull(SIZE))).containsExactly("null");
    assertThat(found(kind, equal(new SpecPath(List.of("size", "0")), "1"))).isEmpty();
  }

  @Test
  default void whoHasNoSuchConditionIsUnknownToEverySearchForItsStatus() {
    Kind kind = newKind();
    insert(root(kind).named("no").withConditions(conditions("Reconciled", "False")));
    insert(root(kind).named("yes").withConditions(conditions("Reconciled", "True")));
    insert(root(kind).named("other").withConditions(conditions("Ready", "Unknown")));
    insert(root(kind).named("none").withConditions("[]"));
    SearchField reconciled = new OfCondition("Reconciled", Member.STATUS);

    assertThat(found(kind, equal(reconciled, "False"))).containsExactly("no");
    assertThat(found(kind, equal(reconciled, "True"))).containsExactly("yes");
    assertThat(found(kind, equal(new OfCondition("Ready", Member.STATUS), "Unknown")))
        .containsExactly("other");
    assertThat(found(kind, equal(reconciled, "true"))).isEmpty();
    assertThat(found(kind, new Not(equal(reconciled, "True")))).containsExactly("no");
    assertThat(found(kind, new IsNull(reconciled))).containsExactlyInAnyOrder("other", "none");
    assertThat(found(kind, new In(reconciled, texts("True", "False"))))
        .containsExactlyInAnyOrder("no", "yes");
  }

  @Test
  default void timesOfConditionsAreMomentsAndGenerationsNumbers() {
    Kind kind = newKind();
    insert(root(kind).named("whole").withConditions(at("2026-08-21T10:00:00Z", 9)));
    insert(root(kind).named("later").withConditions(at("2026-08-21T10:00:00.5Z", 10)));
    insert(root(kind).named("never").withConditions(at("+10000-01-01T00:00:00Z", 1)));
    OfCondition updated = new OfCondition("Ready", Member.LAST_UPDATED_TIME);
    OfCondition generation = new OfCondition("Ready", Member.OBSERVED_GENERATION);
    Time ten = new Time(Instant.parse("2026-08-21T10:00:00Z"));

    assertThat(found(kind, new Comparison(updated, GREATER, ten))).containsExactly("later");
    assertThat(found(kind, new Comparison(updated, EQUAL, ten))).containsExactly("whole");
    assertThat(found(kind, new Comparison(updated, NOT_EQUAL, ten))).containsExactly("later");
    assertThat(found(kind, new Comparison(generation, GREATER_OR_EQUAL, Numeric.of(10))))
        .containsExactly("later");
    assertThat(found(kind, new In(generation, numbers(1, 10))))
        .containsExactlyInAnyOrder("later", "never");
  }

  @Test
  default void aMomentBeforeOrAfterAllThatIsKeptCanBeAskedFor() {
    Kind kind = newKind();
    insert(root(kind).named("now"));
    Time never = new Time(Instant.parse("-9999-01-01T00:00:00Z"));
    Time late = new Time(Instant.parse("+99999-01-01T00:00:00Z"));

    assertThat(found(kind, new Comparison(ResourceColumn.CREATED_TIME, GREATER, never))).hasSize(1);
    assertThat(found(kind, new Comparison(ResourceColumn.CREATED_TIME, LESS, late))).hasSize(1);
    assertThat(found(kind, new In(ResourceColumn.CREATED_TIME, List.of(never, late)))).isEmpty();
  }

  @Test
  default void noShapeOrSetOfAClientIsReadAsAStatement() {
    Kind kind = newKind();
    String hostile = "'; DROP TABLE labels; -- ?1 #x :y {} \\\\";
    insert(root(kind).named("one").withLabels(Map.of(hostile, hostile)));

    assertThat(found(kind, new In(new Label(hostile), texts(hostile, "{")))).containsExactly("one");
    assertThat(found(kind, like(ResourceColumn.NAME, hostile))).isEmpty();
    assertThat(found(kind, equal(new OfCondition(hostile, Member.STATUS), hostile))).isEmpty();
    assertThat(found(kind, new IsNull(new OfCondition(hostile, Member.STATUS)))).hasSize(1);
  }

  private Resource insert(ResourceFixture fixture) {
    Resource resource = fixture.build();
    transactions()
        .required(
            request(),
            () -> {
              store().insert(resource);
              return resource;
            });
    return resource;
  }

  private List<String> found(Kind kind, SearchExpression expression) {
    return found(ResourceQuery.of(kind), expression);
  }

  private List<String> found(ResourceQuery query, SearchExpression expression) {
    return list(query, expression).stream().map(resource -> resource.name().value()).toList();
  }

  private List<String> envs(Kind kind, SearchExpression expression) {
    return list(ResourceQuery.of(kind), expression).stream()
        .map(resource -> resource.labels().values().get("env"))
        .toList();
  }

  private List<Resource> list(ResourceQuery query, SearchExpression expression) {
    return transactions()
        .reading(request(), () -> store().list(query.matching(expression)).items());
  }

  private static SearchExpression and(SearchExpression... operands) {
    return new SearchExpression.And(List.of(operands));
  }

  private static Comparison equal(SearchField field, String text) {
    return new Comparison(field, EQUAL, new Text(text));
  }

  private static Like like(SearchField field, String pattern) {
    return new Like(field, pattern, false);
  }

  private static List<SearchValue> texts(String... texts) {
    return Stream.of(texts).<SearchValue>map(Text::new).toList();
  }

  private static List<SearchValue> numbers(long... numbers) {
    return Arrays.stream(numbers).<SearchValue>mapToObj(Numeric::of).toList();
  }

  private static String conditions(String type, String status) {
    return "[{\"type\":\"Other\",\"status\":\"True\"},{\"type\":\"%s\",\"status\":\"%s\"}]"
        .formatted(type, status);
  }

  private static String at(String time, int generation) {
    return """
        [{"type":"Ready","status":"True","last_updated_time":"%s","observed_generation":%d}]"""
        .formatted(time, generation);
  }
}
