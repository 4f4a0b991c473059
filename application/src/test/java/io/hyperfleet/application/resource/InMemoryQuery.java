package io.hyperfleet.application.resource;

import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonNull;
import io.hyperfleet.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a query means, said without SQL. */
final class InMemoryQuery {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");

  private final ResourceQuery query;

  InMemoryQuery(ResourceQuery query) {
    this.query = query;
  }

  boolean matches(Resource resource) {
    return matches(new SearchedResource(resource));
  }

  boolean matches(SearchedResource searched) {
    Resource resource = searched.resource();
    return query.kind().filter(kind -> !kind.equals(resource.kind())).isEmpty()
        && query
            .owner()
            .filter(id -> !resource.owner().map(owner -> owner.id().equals(id)).orElse(false))
            .isEmpty()
        && query.referring().filter(wanted -> !refers(resource, wanted)).isEmpty()
        && searched.isWithin(query.scope().tenancy())
        && query
            .filter()
            .map(filter -> filter.accept(new Answer(searched)).orElse(false))
            .orElse(true);
  }

  private static boolean refers(Resource resource, Referring wanted) {
    return resource.references().values().getOrDefault(wanted.type(), List.of()).stream()
        .anyMatch(target -> wanted.target().equals(Optional.of(target)));
  }

  static Comparator<Resource> comparator(ResourceOrder order) {
    return order.terms().stream()
        .map(term -> comparing(resource -> ordered(term.column(), resource), term.descending()))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  /** Documents by how many members they have, and then as they are written. */
  private static Optional<SearchValue> ordered(ResourceColumn column, Resource resource) {
    Optional<SearchValue> value = column.of(resource);
    if (!column.isDocument()) {
      return value;
    }
    JsonObject document =
        (JsonObject) JsonReader.tree(new Document(((Text) value.orElseThrow()).value()));
    return Optional.of(
        new Text("%06d %s".formatted(document.members().size(), JsonbText.of(document))));
  }

  static boolean isAfter(Resource resource, Optional<ListPosition> position, ResourceOrder order) {
    return position
        .map(values -> compare(ListPosition.of(resource, order), values, order) > 0)
        .orElse(true);
  }

  private static int compare(ListPosition one, ListPosition other, ResourceOrder order) {
    for (int i = 0; i < order.terms().size(); i++) {
      int compared = nullsLast().compare(one.values().get(i), other.values().get(i));
      if (compared != 0) {
        return order.terms().get(i).descending() ? -compared : compared;
      }
    }
    return 0;
  }

  private interface Value {
    Optional<SearchValue> of(Resource resource);
  }

  private static Comparator<Resource> comparing(Value value, boolean descending) {
    Comparator<Resource> ascending =
        (one, other) -> nullsLast().compare(value.of(one), value.of(other));
    return descending ? ascending.reversed() : ascending;
  }

  private static Comparator<Optional<SearchValue>> nullsLast() {
    return Comparator.comparing(
        value -> value.orElse(null), Comparator.nullsLast(SearchValue::compareTo));
  }

  /** Yes, no or, if empty, unknown. */
  private record Answer(SearchedResource resource)
      implements SearchExpression.Visitor<Optional<Boolean>> {

    @Override
    public Optional<Boolean> and(SearchExpression.And expression) {
      return unlessOneIs(false, expression.operands());
    }

    @Override
    public Optional<Boolean> or(SearchExpression.Or expression) {
      return unlessOneIs(true, expression.operands());
    }

    private Optional<Boolean> unlessOneIs(boolean decisive, List<SearchExpression> operands) {
      List<Optional<Boolean>> answers =
          operands.stream().map(operand -> operand.accept(this)).toList();
      if (answers.contains(Optional.of(decisive))) {
        return Optional.of(decisive);
      }
      return answers.contains(Optional.<Boolean>empty())
          ? Optional.empty()
          : Optional.of(!decisive);
    }

    @Override
    public Optional<Boolean> not(SearchExpression.Not expression) {
      return expression.operand().accept(this).map(answer -> !answer);
    }

    @Override
    public Optional<Boolean> comparison(SearchExpression.Comparison expression) {
      SearchOperator operator = expression.operator();
      SearchValue compared = expression.value();
      return as(compared.getClass(), expression.field())
          .map(found -> operator.holds(found.compareTo(compared)));
    }

    @Override
    public Optional<Boolean> isNull(SearchExpression.IsNull expression) {
      return Optional.of(expression.field().accept(resource).isEmpty());
    }

    @Override
    public Optional<Boolean> in(SearchExpression.In expression) {
      List<SearchValue> values = expression.values();
      return as(values.get(0).getClass(), expression.field())
          .map(found -> values.stream().anyMatch(value -> found.compareTo(value) == 0));
    }

    @Override
    public Optional<Boolean> like(SearchExpression.Like expression) {
      return text(expression.field())
          .map(text -> shape(expression).matcher(inCaseOf(expression, text)).matches());
    }

    @Override
    public Optional<Boolean> twoFields(SearchExpression.TwoFields expression) {
      Optional<SearchValue> left = as(Text.class, expression.left());
      Optional<SearchValue> right = as(Text.class, expression.right());
      return left.isEmpty() || right.isEmpty()
          ? Optional.empty()
          : Optional.of(expression.operator().holds(left.get().compareTo(right.get())));
    }

    private Optional<String> text(SearchField field) {
      return as(Text.class, field).map(text -> ((Text) text).value());
    }

    /** What a field holds, as a value of that type if it is one. */
    private Optional<SearchValue> as(Class<? extends SearchValue> type, SearchField field) {
      Object found = field.accept(resource).orElse(JsonNull.NULL);
      if (found instanceof SearchValue value) {
        return Optional.of(value);
      }
      return ((JsonValue) found).isNull()
          ? Optional.empty()
          : valueOf(type, JsonbText.leaf((JsonValue) found));
    }

    private static Optional<SearchValue> valueOf(Class<? extends SearchValue> type, String text) {
      if (type == Text.class) {
        return Optional.of(new Text(text));
      }
      if (type == Time.class) {
        return TIME.matcher(text).matches() && !text.startsWith("0000")
            ? Optional.of(new Time(Instant.parse(text)))
            : Optional.empty();
      }
      return text.length() <= 1000 && NUMBER.matcher(text).matches()
          ? Optional.of(new Numeric(new BigDecimal(text)))
          : Optional.empty();
    }

    private static Pattern shape(SearchExpression.Like like) {
      String pattern = inCaseOf(like, like.pattern());
      StringBuilder shape = new StringBuilder();
      boolean itself = false;
      for (int c : pattern.codePoints().toArray()) {
        if (c == '\\' && !itself) {
          itself = true;
          continue;
        }
        String any = c == '%' ? ".*" : ".";
        boolean stands = !itself && (c == '%' || c == '_');
        shape.append(stands ? any : Pattern.quote(Character.toString(c)));
        itself = false;
      }
      return Pattern.compile(shape.toString(), Pattern.DOTALL);
    }

    /** In small letters of ASCII if their case does not matter. */
    private static String inCaseOf(SearchExpression.Like like, String text) {
      return like.ignoringCase()
          ? text.codePoints()
              .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
          : text;
    }
  }
}
