package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources are wanted, in which order, and which part of them.
 *
 * @param kind empty for all kinds
 * @param owner only the children of that resource
 * @param scope only resources whose tenancy has all its dimensions
 * @param filter only what it finds
 * @param referring only what refers so
 * @param parts what of each is wanted; the others come empty
 */
public record ResourceQuery(
    Optional<Kind> kind,
    Optional<ResourceId> owner,
    TenantScope scope,
    Optional<SearchExpression> filter,
    Optional<Referring> referring,
    ResourceOrder order,
    ListPart part,
    Set<ResourcePart> parts) {

  private static final ListPart FIRST_PAGE =
      ListPart.numbered(new PageRequest(PageRequest.DEFAULT_PAGE, PageRequest.DEFAULT_SIZE));

  public ResourceQuery {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(referring, "referring");
    Objects.requireNonNull(order, "order");
    parts = Set.copyOf(parts);
    if (part.position().filter(position -> !position.isIn(order)).isPresent()) {
      throw new IllegalArgumentException("a position of another order: " + part);
    }
  }

  /** The first page of all kinds, latest created first. */
  public static ResourceQuery all() {
    return new ResourceQuery(
        Optional.empty(),
        Optional.empty(),
        TenantScope.NONE,
        Optional.empty(),
        Optional.empty(),
        ResourceOrder.LATEST_FIRST,
        FIRST_PAGE,
        ResourcePart.ALL);
  }

  public static ResourceQuery of(Kind kind) {
    ResourceQuery all = all();
    return new ResourceQuery(
        Optional.of(kind),
        all.owner,
        all.scope,
        all.filter,
        all.referring,
        all.order,
        all.part,
        all.parts);
  }

  /** The one resource of that id, of whichever of these kinds: with them named, it has a key. */
  public static ResourceQuery of(Collection<Kind> kinds, ResourceId id) {
    List<SearchExpression> ofKind =
        kinds.stream().map(kind -> is(ResourceColumn.KIND, kind.name())).toList();
    return all()
        .matching(new And(List.of(new Or(ofKind), is(ResourceColumn.ID, id.toString()))))
        .after(Optional.empty(), 1);
  }

  private static SearchExpression is(ResourceColumn column, String value) {
    return new Comparison(column, SearchOperator.EQUAL, new SearchValue.Text(value));
  }

  public ResourceQuery ownedBy(ResourceId id) {
    return new ResourceQuery(kind, Optional.of(id), scope, filter, referring, order, part, parts);
  }

  public ResourceQuery within(TenantScope tenants) {
    return new ResourceQuery(kind, owner, tenants, filter, referring, order, part, parts);
  }

  public ResourceQuery matching(SearchExpression expression) {
    return new ResourceQuery(
        kind, owner, scope, Optional.of(expression), referring, order, part, parts);
  }

  public ResourceQuery referring(Referring wanted) {
    return new ResourceQuery(kind, owner, scope, filter, Optional.of(wanted), order, part, parts);
  }

  /** For a list that is read from its beginning: a position belongs to one order. */
  public ResourceQuery orderedBy(ResourceOrder other) {
    return new ResourceQuery(kind, owner, scope, filter, referring, other, part, parts);
  }

  public ResourceQuery page(PageRequest page) {
    return reading(ListPart.numbered(page));
  }

  /** As {@link #page}, for those who do without the total. */
  public ResourceQuery uncountedPage(PageRequest page) {
    return reading(ListPart.uncounted(page));
  }

  public ResourceQuery after(Optional<ListPosition> position, int size) {
    return reading(ListPart.after(position, size));
  }

  public ResourceQuery with(Set<ResourcePart> wanted) {
    return new ResourceQuery(kind, owner, scope, filter, referring, order, part, wanted);
  }

  ResourceQuery reading(ListPart other) {
    return new ResourceQuery(kind, owner, scope, filter, referring, order, other, parts);
  }

  /**
   * A reference that is looked for.
   *
   * @param target empty for one that cannot exist, which nothing refers to
   */
  public record Referring(String type, Optional<Reference> target) {

    public Referring {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(target, "target");
    }
  }
}
