package io.hyperfleet.domain.search;

import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every resource has in one place: it can be searched, and lists can be ordered by it. Those
 * that hold a document serve for an order only, and are compared with no value.
 */
public enum ResourceColumn implements SearchField {
  ID(Text.class, false),
  KIND(Text.class, false),
  NAME(Text.class, false),
  HREF(Text.class, false),
  GENERATION(Numeric.class, false),
  OWNER_ID(Text.class, true),
  OWNER_KIND(Text.class, true),
  OWNER_HREF(Text.class, true),
  CREATED_TIME(Time.class, false),
  CREATED_BY(Text.class, false),
  UPDATED_TIME(Time.class, false),
  UPDATED_BY(Text.class, false),
  DELETED_TIME(Time.class, true),
  DELETED_BY(Text.class, true),
  SPEC(Text.class, false),
  TENANCY(Text.class, false);

  private static final Map<String, ResourceColumn> BY_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(
                  column -> column.name().toLowerCase(Locale.ROOT), Function.identity()));

  private final Class<? extends SearchValue> type;
  private final boolean nullable;

  ResourceColumn(Class<? extends SearchValue> type, boolean nullable) {
    this.type = type;
    this.nullable = nullable;
  }

  /** The one of that name, as clients write it. */
  public static Optional<ResourceColumn> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public Class<? extends SearchValue> type() {
    return type;
  }

  /** Whether there are resources without it. */
  public boolean isNullable() {
    return nullable;
  }

  /** Whether it is JSON, of which stores know an order and everybody else only a spelling. */
  public boolean isDocument() {
    return this == SPEC || this == TENANCY;
  }

  /** That of the resource; empty if it has none. */
  public Optional<SearchValue> of(Resource resource) {
    Optional<OwnerReference> owner = resource.owner();
    Audit audit = resource.audit();
    return switch (this) {
      case ID -> text(resource.id().toString());
      case KIND -> text(resource.kind().name());
      case NAME -> text(resource.name().value());
      case HREF -> text(resource.href());
      case GENERATION -> Optional.of(Numeric.of(resource.generation()));
      case OWNER_ID -> owner.flatMap(reference -> text(reference.id().toString()));
      case OWNER_KIND -> owner.flatMap(reference -> text(reference.kind().name()));
      case OWNER_HREF -> owner.flatMap(reference -> text(reference.href()));
      case CREATED_TIME -> time(audit.created());
      case CREATED_BY -> text(audit.created().by());
      case UPDATED_TIME -> time(audit.updated());
      case UPDATED_BY -> text(audit.updated().by());
      case DELETED_TIME -> audit.deleted().flatMap(ResourceColumn::time);
      case DELETED_BY -> audit.deleted().flatMap(stamp -> text(stamp.by()));
      case SPEC -> text(resource.spec().json());
      case TENANCY -> text(resource.tenancy().json());
    };
  }

  @Override
  public boolean accepts(SearchValue compared) {
    return !isDocument() && type.isInstance(compared);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.column(this);
  }

  private static Optional<SearchValue> text(String value) {
    return Optional.of(new Text(value));
  }

  private static Optional<SearchValue> time(Stamp stamp) {
    return Optional.of(new Time(stamp.time()));
  }
}
