package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds a store against the naive answer, on more searches than anybody would write down. */
public interface RandomSearchesContract {

  int RESOURCES = 300;

  /** How many there are for each seed. */
  int searches();

  ResourceStore store();

  Transactions transactions();

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(longs = {11, 12, 13, 14})
  default void whateverIsSearchedTheNaiveAnswerIsTheRightOne(long seed) {
    RandomQueries random = new RandomQueries(seed);
    Kind kind = newKind();
    List<Resource> all = random.resources(kind, RESOURCES).map(ResourceFixture::build).toList();
    transactions()
        .required(
            request(),
            () -> {
              all.forEach(store()::insert);
              return all;
            });
    List<SearchedResource> searched = all.stream().map(SearchedResource::new).toList();
    Stream.generate(() -> random.query(kind, all))
        .limit(searches())
        .forEach(query -> assertFinds(query.with(Set.of()), searched));
  }

  private void assertFinds(ResourceQuery query, List<SearchedResource> all) {
    InMemoryQuery naive = new InMemoryQuery(query);
    List<ResourceId> expected =
        all.stream()
            .filter(naive::matches)
            .map(SearchedResource::resource)
            .sorted(InMemoryQuery.comparator(query.order()))
            .map(Resource::id)
            .toList();
    PageRequest page = new PageRequest(1, 20);

    ResourceList found = transactions().reading(request(), () -> store().list(query.page(page)));

    assertThat(found.items())
        .as("%s", query)
        .extracting(Resource::id)
        .containsExactlyElementsOf(expected.stream().limit(page.size()).toList());
    assertThat(found.total()).as("%s", query).isEqualTo(OptionalLong.of(expected.size()));
  }
}
