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
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNull;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a query means, said without SQL. */
final class InMemoryQuery {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private final ResourceQuery query;

  InMemoryQuery(ResourceQuery query) {
    this.query = query;
  }

  boolean matches(Resource resource) {
    return query.kind().filter(kind -> !kind.equals(resource.kind())).isEmpty()
        && query
            .owner()
            .filter(id -> !resource.owner().map(owner -> owner.id().equals(id)).orElse(false))
            .isEmpty()
        && query.referring().filter(wanted -> !refers(resource, wanted)).isEmpty()
        && members(resource.tenancy())
            .entrySet()
            .containsAll(members(query.scope().tenancy()).entrySet())
        && query
            .filter()
            .map(filter -> filter.accept(new Answer(resource)).orElse(false))
            .orElse(true);
  }

  private static boolean refers(Resource resource, Referring wanted) {
    return resource.references().values().getOrDefault(wanted.type(), List.of()).stream()
        .anyMatch(target -> wanted.target().equals(Optional.of(target)));
  }

  static Comparator<Resource> comparator(ResourceOrder order) {
    return order.terms().stream()
        .map(term -> comparing(resource -> term.column().of(resource), term.descending()))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
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

  private static Map<String, JsonValue> members(Document object) {
    return ((JsonObject) JsonReader.tree(object)).members();
  }

  /** Yes, no or, if empty, unknown. */
  private record Answer(Resource resource)
      implements SearchExpression.Visitor<Optional<Boolean>>,
          SearchField.Visitor<Optional<Object>> {

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
      return expression
          .field()
          .accept(this)
          .flatMap(found -> comparable(found, compared))
          .map(found -> operator.holds(found.compareTo(compared)));
    }

    @Override
    public Optional<Boolean> isNull(SearchExpression.IsNull expression) {
      return Optional.of(expression.field().accept(this).isEmpty());
    }

    @Override
    public Optional<Object> column(ResourceColumn column) {
      return column.of(resource).map(Function.identity());
    }

    @Override
    public Optional<Object> label(SearchField.Label label) {
      return Optional.ofNullable(resource.labels().values().get(label.key()))
          .map(SearchValue.Text::new);
    }

    @Override
    public Optional<Object> specPath(SearchField.SpecPath path) {
      JsonValue found = JsonReader.tree(resource.spec());
      for (String member : path.members()) {
        found = found instanceof JsonObject object ? object.member(member) : JsonNull.NULL;
      }
      return found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** What was found, in the type of what it is compared with. */
    private static Optional<SearchValue> comparable(Object found, SearchValue compared) {
      if (found instanceof SearchValue value) {
        return Optional.of(value);
      }
      if (found instanceof JsonObject || found instanceof JsonArray) {
        return Optional.empty();
      }
      String text = text((JsonValue) found);
      if (compared instanceof SearchValue.Text) {
        return Optional.of(new SearchValue.Text(text));
      }
      return text.length() <= 1000 && NUMBER.matcher(text).matches()
          ? Optional.of(new SearchValue.Numeric(new BigDecimal(text)))
          : Optional.empty();
    }

    private static String text(JsonValue scalar) {
      if (scalar instanceof JsonNumber number) {
        return number.value().toPlainString();
      }
      return scalar instanceof JsonString string ? string.value() : scalar.toString();
    }
  }
}
