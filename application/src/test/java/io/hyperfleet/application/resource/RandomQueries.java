package io.hyperfleet.application.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.CREATED;
import static io.hyperfleet.domain.resource.ResourceFixture.root;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
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
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Resources of which many share their values, and queries for those values. */
final class RandomQueries {

  private static final int MAX_DEPTH = 3;

  /** Sorted differently by code points, by UTF-16 and by languages; numbers and what looks so. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "B",
          "b",
          "a-b",
          "ab",
          "\u00e9",
          "\uffee",
          "\ud83d\ude80",
          "9",
          "10",
          "010",
          "1e1",
          "1.50",
          "-1",
          "+.5",
          "1e",
          "0x1",
          "true",
          "null",
          "%",
          "_",
          "'",
          "\\");

  private static final List<String> NUMBERS =
      List.of("9", "10", "1.50", "-1", "0.5", "1e2", "15e-1");
  private static final List<String> KEYS = List.of("a", "b", "A", "c/d.e");

  private final Random random;

  RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  Stream<ResourceFixture> resources(Kind kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> resource(kind));
  }

  private ResourceFixture resource(Kind kind) {
    ResourceFixture resource =
        root(kind)
            .createdAt(CREATED.plusSeconds(random.nextInt(4)))
            .withGeneration(1 + random.nextInt(3))
            .withLabels(labels())
            .withSpec("{\"a\":" + json(0) + ",\"b\":" + json(0) + "}")
            .inTenancy(one("{}", "{\"org\":\"x\"}", "{\"org\":\"x\",\"unit\":\"y\"}"))
            .updated(CREATED.plusSeconds(random.nextInt(6)), one(TEXTS));
    return random.nextBoolean() ? resource : resource.deleted();
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    KEYS.stream().filter(key -> random.nextBoolean()).forEach(key -> labels.put(key, one(TEXTS)));
    return labels;
  }

  private String json(int depth) {
    return switch (random.nextInt(depth < MAX_DEPTH ? 7 : 5)) {
      case 0, 1 -> "\"" + one(TEXTS).replace("\\", "\\\\") + "\"";
      case 2 -> one(NUMBERS);
      case 3 -> one("true", "false", "null");
      case 4 -> one("[]", "[9]", "{}");
      default -> "{\"a\":" + json(depth + 1) + ",\"0\":" + json(depth + 1) + "}";
    };
  }

  /** One for the first hundred of them at most, in any order. */
  ResourceQuery query(Kind kind, List<Resource> stored) {
    return ResourceQuery.of(kind)
        .within(new TenantScope(new Document(one("{}", "{}", "{\"org\":\"x\"}"))))
        .matching(expression(0, stored))
        .orderedBy(
            new ResourceOrder(Stream.generate(this::term).limit(1 + random.nextInt(3)).toList()))
        .page(new PageRequest(1, 100));
  }

  private Term term() {
    return new Term(one(ResourceColumn.values()), random.nextBoolean());
  }

  private SearchExpression expression(int depth, List<Resource> stored) {
    Supplier<SearchExpression> next = () -> expression(depth + 1, stored);
    return switch (random.nextInt(depth < MAX_DEPTH ? 8 : 4)) {
      case 0 -> new IsNull(field());
      case 4 -> new And(Stream.generate(next).limit(random.nextInt(4)).toList());
      case 5, 6 -> new Or(Stream.generate(next).limit(random.nextInt(4)).toList());
      case 7 -> new Not(next.get());
      default -> comparison(stored);
    };
  }

  private SearchField field() {
    return switch (random.nextInt(3)) {
      case 0 -> new Label(one(KEYS));
      case 1 -> new SpecPath(one(List.of("a"), List.of("b"), List.of("a", "a"), List.of("b", "0")));
      default -> one(ResourceColumn.values());
    };
  }

  private Comparison comparison(List<Resource> stored) {
    SearchField field = field();
    return new Comparison(field, one(SearchOperator.values()), value(field, one(stored)));
  }

  private SearchValue value(SearchField field, Resource stored) {
    if (field instanceof ResourceColumn column) {
      return column.of(stored).orElseGet(() -> any(column));
    }
    return field instanceof SpecPath && random.nextBoolean()
        ? new Numeric(new BigDecimal(one(NUMBERS)))
        : new Text(one(TEXTS));
  }

  private SearchValue any(ResourceColumn column) {
    return column.type() == Time.class ? new Time(CREATED) : new Text(one(TEXTS));
  }

  @SafeVarargs
  private <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
