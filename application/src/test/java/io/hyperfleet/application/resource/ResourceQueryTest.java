package io.hyperfleet.application.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceQueryTest {

  private final Resource resource = ResourceFixture.cluster().build();
  private final SearchValue time = new Time(ResourceFixture.CREATED);
  private final SearchValue id = new Text(resource.id().toString());

  @Test
  void aPositionHasTheValuesOfItsOrder() {
    assertThat(ListPosition.of(resource, ResourceOrder.LATEST_FIRST).values())
        .containsExactly(Optional.of(time), Optional.of(id));
  }

  @Test
  void aPositionKeepsThatSomethingIsNull() {
    ResourceOrder byOwner = new ResourceOrder(List.of(new Term(ResourceColumn.OWNER_ID, false)));

    assertThat(ListPosition.of(resource, byOwner).values())
        .containsExactly(Optional.empty(), Optional.of(id));
    assertThat(after(byOwner, List.of(Optional.empty(), Optional.of(id))).order())
        .isEqualTo(byOwner);
  }

  @Test
  void aPositionOfAnotherOrderIsRefused() {
    assertRefused(List.of());
    assertRefused(List.of(Optional.of(time)));
    assertRefused(List.of(Optional.of(id), Optional.of(id)));
    assertRefused(List.of(Optional.empty(), Optional.of(id)));
    assertRefused(List.of(Optional.of(time), Optional.empty()));
    assertRefused(List.of(Optional.of(time), Optional.of(new Text("no id"))));
    assertRefused(List.of(Optional.of(time), Optional.of(id), Optional.of(id)));
  }

  @Test
  void anOrderByADocumentHasNoPositions() {
    ResourceOrder bySpec = new ResourceOrder(List.of(new Term(ResourceColumn.SPEC, false)));
    List<Optional<SearchValue>> values = ListPosition.of(resource, bySpec).values();

    assertThatIllegalArgumentException().isThrownBy(() -> after(bySpec, values));
    assertThat(after(bySpec).order()).isEqualTo(bySpec);
  }

  private static ResourceQuery after(ResourceOrder order) {
    return ResourceQuery.all().orderedBy(order).after(Optional.empty(), 1);
  }

  @Test
  void aQueryKeepsTheChoiceOfPartsWhateverElseItIsTold() {
    ResourceQuery query =
        ResourceQuery.of(resource.kind())
            .with(Set.of(ResourcePart.SPEC))
            .ownedBy(resource.id())
            .within(TenantScope.NONE)
            .matching(new SearchExpression.And(List.of()))
            .referring(new Referring("peer", Optional.empty()))
            .orderedBy(ResourceOrder.LATEST_FIRST)
            .page(new PageRequest(2, 3));

    assertThat(query.parts()).containsExactly(ResourcePart.SPEC);
    assertThat(query.part().counted()).isTrue();
    assertThat(query.uncountedPage(new PageRequest(2, 3)).part())
        .isEqualTo(new ListPart(query.part().page(), Optional.empty(), 3, false));
  }

  @Test
  void onlyPagesAreCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ListPart(Optional.empty(), Optional.empty(), 1, true));
  }

  private static void assertRefused(List<Optional<SearchValue>> values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(ResourceOrder.LATEST_FIRST, values));
  }

  private static ResourceQuery after(ResourceOrder order, List<Optional<SearchValue>> values) {
    return ResourceQuery.all().orderedBy(order).after(Optional.of(new ListPosition(values)), 1);
  }
}
