package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.CREATED;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of {@link ResourceStore#list}, for every implementation alike. They hold in a store that
 * has other content: whoever counts uses a kind of its own.
 */
public interface ResourceListContract {

  PageRequest FIRST_PAGE = new PageRequest(1, 100);

  ResourceStore store();

  /** The units of work that the store takes part in. */
  Transactions transactions();

  @Test
  default void whoRefersToAResourceIsFound() {
    Resource target = insert(root(newKind()).build());
    Kind kind = newKind();
    Resource source = insert(root(kind).referringTo("a", target).build());
    insert(root(kind).referringTo("b", target).build());
    insert(root(kind).build());
    Optional<Reference> wanted = Optional.of(Reference.to(target));

    assertThat(part(of(kind).referring(new Referring("a", wanted))).items())
        .extracting(Resource::id)
        .containsExactly(source.id());
    assertThat(part(of(kind).referring(new Referring("c", wanted))).items()).isEmpty();
    assertThat(part(of(kind).referring(new Referring("a", Optional.empty()))).items()).isEmpty();
  }

  @Test
  default void listStartsWithTheLatest() {
    Kind kind = newKind();
    Resource second = stored(root(kind).createdAt(CREATED.plusNanos(1_000)));
    Resource first = stored(root(kind).createdAt(CREATED));
    Resource third = stored(root(kind).createdAt(CREATED.plusSeconds(1)));

    assertThat(list(of(kind))).containsExactly(third, second, first);
  }

  @Test
  default void listOrdersEqualTimesByDescendingId() {
    Kind kind = newKind();
    Stream.generate(() -> root(kind)).limit(5).forEach(this::stored);

    assertThat(list(of(kind)).stream().map(resource -> resource.id().toString()))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .hasSize(5);
  }

  @Test
  default void listIsReadPageByPage() {
    Kind kind = newKind();
    List<Resource> stored = storedOneAfterTheOther(kind, 5);

    ResourceList second = part(of(kind).page(new PageRequest(2, 2)));
    ResourceList last = part(of(kind).page(new PageRequest(3, 2)));

    assertThat(second.items()).containsExactlyElementsOf(stored.subList(2, 4));
    assertThat(second.total()).hasValue(5);
    assertThat(last.items()).containsExactlyElementsOf(stored.subList(4, 5));
    assertThat(last.total()).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 100})
  default void thePageThatEndsTheListCarriesTheTotal(int size) {
    Kind kind = newKind();
    storedOneAfterTheOther(kind, 3);

    assertThat(part(of(kind).page(new PageRequest((2 + size) / size, size))).total()).hasValue(3);
  }

  @Test
  default void aPagePastTheEndIsEmptyAndCarriesTheTotal() {
    Kind kind = newKind();
    stored(root(kind));

    ResourceList past = part(of(kind).page(new PageRequest(100_000, 100)));

    assertThat(past.items()).isEmpty();
    assertThat(past.total()).hasValue(1);
  }

  @Test
  default void aKindWithoutResourcesIsAnEmptyList() {
    ResourceList none = part(of(newKind()));

    assertThat(none.items()).isEmpty();
    assertThat(none.total()).hasValue(0);
  }

  @Test
  default void listLeavesOtherKindsOut() {
    Resource stored = stored(root(newKind()));
    stored(root(newKind()));
    stored(cluster());

    assertThat(list(of(stored.kind()))).containsExactly(stored);
  }

  @Test
  default void listReturnsEveryPartOfEachResource() {
    Kind kind = newKind();
    Resource labelled =
        stored(root(kind).createdAt(CREATED.plusSeconds(2)).withLabels(Map.of("a", "1", "b", "2")));
    Resource bare = stored(root(kind).createdAt(CREATED.plusSeconds(1)).withSpec("{}"));
    Resource deleted = stored(root(kind).withLabels(Map.of("a", "\ud83d\ude80 3")).deleted());

    assertThat(list(of(kind))).containsExactly(labelled, bare, deleted);
  }

  @Test
  default void allKindsAreOneList() {
    Resource parent = stored(cluster());
    Resource child = stored(nodePoolOf(parent));
    Resource other = stored(root(newKind()));

    assertThat(list(ResourceQuery.all().matching(idIsOneOf(parent, child, other))))
        .containsExactlyInAnyOrder(parent, child, other);
  }

  @Test
  default void anOwnerHasItsChildrenOnly() {
    Resource parent = stored(cluster());
    Resource child = stored(nodePoolOf(parent));
    stored(nodePoolOf(stored(cluster())));

    assertThat(list(of(child.kind()).ownedBy(parent.id()))).containsExactly(child);
    assertThat(list(ResourceQuery.all().ownedBy(parent.id()))).containsExactly(child);
    assertThat(list(of(child.kind()).ownedBy(newId()))).isEmpty();
  }

  @Test
  default void aScopeHasWhatCarriesAllItsDimensions() {
    Kind kind = newKind();
    Resource same = stored(root(kind).inTenancy("{\"org\":\"a\",\"unit\":\"b\"}"));
    Resource org = stored(root(kind).inTenancy("{\"org\":\"a\"}"));
    Resource none = stored(root(kind));

    assertThat(list(of(kind).within(scope("{ \"unit\": \"b\", \"org\": \"a\" }"))))
        .containsExactly(same);
    assertThat(list(of(kind).within(scope("{\"org\":\"a\"}"))))
        .containsExactlyInAnyOrder(same, org);
    assertThat(list(of(kind).within(TenantScope.NONE))).containsExactlyInAnyOrder(same, org, none);
  }

  @Test
  default void whatIsMissingIsUnknownAndSoIsItsNegation() {
    Kind kind = newKind();
    Resource prod = stored(root(kind).withLabels(Map.of("env", "prod")));
    Resource bare = stored(root(kind));
    Comparison isProd = equal(new Label("env"), "prod");

    assertThat(list(of(kind).matching(isProd))).containsExactly(prod);
    assertThat(list(of(kind).matching(new Not(isProd)))).isEmpty();
    assertThat(list(of(kind).matching(new IsNull(new Label("env"))))).containsExactly(bare);
    assertThat(list(of(kind).matching(new Not(new IsNull(new Label("env"))))))
        .containsExactly(prod);
  }

  @Test
  default void numbersInTheSpecAreComparedByValueAndTextAsText() {
    Kind kind = newKind();
    Resource nine = stored(root(kind).withSpec("{\"a\":{\"size\":9}}"));
    Resource ten = stored(root(kind).withSpec("{\"a\":{\"size\":\"1e1\"}}"));
    stored(root(kind).withSpec("{\"a\":{\"size\":\"much\"}}"));
    Resource many = stored(root(kind).withSpec("{\"a\":{\"size\":[10]}}"));
    SpecPath size = new SpecPath(List.of("a", "size"));

    assertThat(list(of(kind).matching(new Comparison(size, SearchOperator.GREATER, Numeric.of(9)))))
        .containsExactly(ten);
    assertThat(list(of(kind).matching(new Comparison(size, SearchOperator.LESS, new Text("a")))))
        .containsExactlyInAnyOrder(nine, ten, many);
  }

  @Test
  default void noValueOfAClientIsReadAsAStatement() {
    Kind kind = newKind();
    String hostile = "'; DROP TABLE labels; -- ?1 \\ #x :y {}";
    Resource stored = stored(root(kind).withLabels(Map.of(hostile, hostile)));

    assertThat(list(of(kind).matching(equal(new Label(hostile), hostile)))).containsExactly(stored);
    assertThat(list(of(kind).matching(equal(new SpecPath(List.of(hostile)), hostile)))).isEmpty();
    assertThat(list(of(kind).matching(equal(ResourceColumn.ID, hostile)))).isEmpty();
    assertThat(list(of(new Kind(hostile)))).isEmpty();
  }

  @Test
  default void whatComesAndGoesDoesNotMoveAPosition() {
    Kind kind = newKind();
    List<Resource> stored = storedOneAfterTheOther(kind, 4);
    ListPosition position = ListPosition.of(stored.get(1), ResourceOrder.LATEST_FIRST);
    stored(root(kind).createdAt(CREATED.plusSeconds(1)));

    ResourceList next = part(of(kind).after(Optional.of(position), 1));

    assertThat(next.items()).containsExactly(stored.get(2));
    assertThat(next.total()).isEmpty();
  }

  @Test
  default void anOrderByWhatMayBeNullHasItLast() {
    Kind kind = newKind();
    Resource active = stored(root(kind));
    Resource deleted = stored(root(kind).deleted());
    ResourceOrder ascending =
        new ResourceOrder(List.of(new Term(ResourceColumn.DELETED_TIME, false)));
    ResourceOrder descending =
        new ResourceOrder(List.of(new Term(ResourceColumn.DELETED_TIME, true)));

    assertThat(list(of(kind).orderedBy(ascending))).containsExactly(deleted, active);
    assertThat(list(of(kind).orderedBy(descending))).containsExactly(active, deleted);
  }

  @Test
  default void anOrderByADocumentHasAPlaceForEveryPage() {
    Kind kind = newKind();
    Resource more = stored(root(kind).withSpec("{\"a\":1,\"b\":1}").inTenancy("{\"org\":\"a\"}"));
    Resource none = stored(root(kind).withSpec("{}").inTenancy("{\"org\":\"b\"}"));
    Resource two = stored(root(kind).withSpec("{\"a\":2}").inTenancy("{}"));
    Resource one = stored(root(kind).withSpec("{\"a\":1}").inTenancy("{\"org\":\"c\"}"));
    ResourceOrder bySpec = new ResourceOrder(List.of(new Term(ResourceColumn.SPEC, false)));
    ResourceOrder byTenancy = new ResourceOrder(List.of(new Term(ResourceColumn.TENANCY, true)));

    assertThat(list(of(kind).orderedBy(bySpec))).containsExactly(none, one, two, more);
    assertThat(list(of(kind).orderedBy(byTenancy))).containsExactly(one, none, more, two);
    assertThat(list(of(kind).orderedBy(bySpec).with(Set.of())))
        .extracting(Resource::id)
        .containsExactly(none.id(), one.id(), two.id(), more.id());
    assertThat(bySpec.hasPositions()).isFalse();
    assertThat(ResourceOrder.LATEST_FIRST.hasPositions()).isTrue();
  }

  @Test
  default void aPageIsReadWithoutTheTotalToo() {
    Kind kind = newKind();
    List<Resource> stored = storedOneAfterTheOther(kind, 5);

    ResourceList second = part(of(kind).uncountedPage(new PageRequest(2, 2)));

    assertThat(second.items()).containsExactlyElementsOf(stored.subList(2, 4));
    assertThat(second.total()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ResourcePart.class)
  default void whatIsNotAskedForComesEmptyAndTheRestAsItIs(ResourcePart left) {
    Kind kind = newKind();
    Resource target = insert(root(newKind()).build());
    Resource whole =
        stored(
            root(kind)
                .withLabels(Map.of("a", "1"))
                .referringTo("peer", target)
                .inTenancy("{\"org\":\"a\"}"));
    Set<ResourcePart> wanted = EnumSet.complementOf(EnumSet.of(left));

    assertThat(list(of(kind).with(wanted))).containsExactly(without(left, whole));
    assertThat(found(whole, wanted)).isEqualTo(without(left, whole));
    assertThat(found(whole, ResourcePart.ALL)).isEqualTo(whole);
  }

  private Resource found(Resource resource, Set<ResourcePart> parts) {
    return transactions()
        .reading(request(), () -> store().find(resource.kind(), resource.id(), parts))
        .map(CanonicalResource::of)
        .orElseThrow();
  }

  private static Resource without(ResourcePart left, Resource whole) {
    return new Resource(
        whole.id(),
        whole.kind(),
        whole.name(),
        whole.href(),
        whole.owner(),
        left == ResourcePart.LABELS ? Labels.NONE : whole.labels(),
        left == ResourcePart.REFERENCES ? References.NONE : whole.references(),
        left == ResourcePart.SPEC ? Document.EMPTY_OBJECT : whole.spec(),
        left == ResourcePart.TENANCY ? Document.EMPTY_OBJECT : whole.tenancy(),
        whole.generation(),
        whole.version(),
        whole.audit(),
        left == ResourcePart.CONDITIONS ? new Document("[]") : whole.conditions());
  }

  @Test
  default void whatIsLeftOutOfTheAnswerIsSearchedAllTheSame() {
    Kind kind = newKind();
    Resource stored = stored(root(kind).withLabels(Map.of("a", "1")).withSpec("{\"b\":\"2\"}"));
    And both = new And(List.of(equal(new Label("a"), "1"), equal(new SpecPath(List.of("b")), "2")));

    assertThat(list(of(kind).matching(both).with(Set.of())))
        .extracting(Resource::id)
        .containsExactly(stored.id());
  }

  /** Whatever is asked, the naive answer is the right one; the parts make the whole. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  default void anyQueryFindsWhatItSays(long seed) {
    RandomQueries random = new RandomQueries(seed);
    Kind kind = newKind();
    List<Resource> all =
        random.resources(kind, 40).map(ResourceFixture::build).map(this::insert).toList();
    for (int i = 0; i < 50; i++) {
      ResourceQuery query = random.query(kind, all);
      List<Resource> expected =
          all.stream()
              .filter(new InMemoryQuery(query)::matches)
              .sorted(InMemoryQuery.comparator(query.order()))
              .map(CanonicalResource::of)
              .toList();

      assertThat(list(query)).as("%s", query).containsExactlyElementsOf(expected);
      assertThat(inSteps(query, 3 + i % 7)).as("%s", query).containsExactlyElementsOf(expected);
    }
  }

  private List<Resource> inSteps(ResourceQuery query, int size) {
    List<Resource> read = new ArrayList<>();
    Optional<ListPosition> position = Optional.empty();
    List<Resource> step = list(query.after(position, size));
    // A position that stays where it is would never end.
    while (!step.isEmpty() && read.size() <= FIRST_PAGE.size()) {
      read.addAll(step);
      position = Optional.of(ListPosition.of(step.get(step.size() - 1), query.order()));
      step = list(query.after(position, size));
    }
    return read;
  }

  private List<Resource> storedOneAfterTheOther(Kind kind, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> stored(root(kind).createdAt(CREATED.minusSeconds(i))))
        .toList();
  }

  private Resource stored(ResourceFixture fixture) {
    return CanonicalResource.of(insert(fixture.build()));
  }

  private Resource insert(Resource resource) {
    return transactions()
        .required(
            request(),
            () -> {
              store().insert(resource);
              return resource;
            });
  }

  private List<Resource> list(ResourceQuery query) {
    return part(query).items();
  }

  private ResourceList part(ResourceQuery query) {
    ResourceList found = transactions().reading(request(), () -> store().list(query));
    return new ResourceList(
        found.items().stream().map(CanonicalResource::of).toList(), found.total());
  }

  private static ResourceQuery of(Kind kind) {
    return ResourceQuery.of(kind).page(FIRST_PAGE);
  }

  private static TenantScope scope(String json) {
    return new TenantScope(new Document(json));
  }

  private static Comparison equal(SearchField field, String text) {
    return new Comparison(field, SearchOperator.EQUAL, new Text(text));
  }

  private static Or idIsOneOf(Resource... resources) {
    return new Or(
        Stream.of(resources)
            .<SearchExpression>map(
                resource -> new And(List.of(equal(ResourceColumn.ID, resource.id().toString()))))
            .toList());
  }
}
