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
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
          "\\",
          "{\"a\": true}",
          "[9]",
          "True");

  private static final List<String> PATTERNS =
      List.of(
          "%",
          "",
          "a%",
          "A%",
          "%b",
          "_",
          "__",
          "a_b",
          "\\%",
          "\\_",
          "\\\\",
          "%9%",
          "\u00c9",
          "[%",
          "{%}",
          "Kind-%",
          "r-0%",
          "%e",
          "\\a%",
          "%\\%%",
          "_\uffee%",
          "\ud83d\ude80",
          "/api/%",
          "t%");

  private static final List<String> TYPES = List.of("Ready", "Reconciled", "a.b");
  private static final List<String> STATUSES = List.of("True", "False", "Unknown");

  /** Some sort differently as texts, and some are none that PostgreSQL knows. */
  private static final List<String> TIMES =
      List.of(
          "2026-08-21T10:00:00Z",
          "2026-08-21T10:00:00.5Z",
          "2026-08-21T10:00:00.123456Z",
          "2026-08-21T10:00:01Z",
          "0000-01-01T00:00:00Z",
          "+10000-01-01T00:00:00Z");

  private static final List<String> NUMBERS =
      List.of("9", "10", "1.50", "-1", "0.5", "1e2", "15e-1");
  private static final List<ResourceColumn> COLUMNS =
      Stream.of(ResourceColumn.values()).filter(column -> !column.isDocument()).toList();

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
            .withConditions(conditions())
            .inTenancy(one("{}", "{\"org\":\"x\"}", "{\"org\":\"x\",\"unit\":\"y\"}"))
            .updated(CREATED.plusSeconds(random.nextInt(6)), one(TEXTS));
    return random.nextBoolean() ? resource : resource.deleted();
  }

  private String conditions() {
    return TYPES.stream()
        .filter(type -> random.nextBoolean())
        .map(this::condition)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String condition(String type) {
    String whole =
        """
        {"type":"%s","status":"%s","reason":"True","observed_generation":%d%s}"""
            .formatted(
                type,
                one(STATUSES),
                1 + random.nextInt(3),
                ",\"last_updated_time\":\"" + one(TIMES) + "\"");
    return random.nextInt(10) == 0 ? "{\"type\":\"" + type + "\",\"status\":null}" : whole;
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    KEYS.stream().filter(key -> random.nextBoolean()).forEach(key -> labels.put(key, one(TEXTS)));
    return labels;
  }

  private String json(int depth) {
    return switch (random.nextInt(depth < MAX_DEPTH ? 7 : 5)) {
      case 0, 1 -> "\"" + one(TEXTS).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case 2 -> one(NUMBERS);
      case 3 -> one("true", "false", "null");
      case 4 -> one("[]", "[9]", "{}", "{\"bb\":1.50,\"a\":\"\\u00e9\\n\\u0001/\"}");
      default ->
          "{\"\u00e9\":1e2,\"bb\":null,\"a\":"
              + json(depth + 1)
              + ",\"0\":"
              + json(depth + 1)
              + "}";
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
    return new Term(one(COLUMNS), random.nextBoolean());
  }

  private SearchExpression expression(int depth, List<Resource> stored) {
    Supplier<SearchExpression> next = () -> expression(depth + 1, stored);
    return switch (random.nextInt(depth < MAX_DEPTH ? 12 : 8)) {
      case 0 -> new IsNull(field());
      case 1 -> in(stored);
      case 2 -> new Like(textField(), one(PATTERNS), random.nextBoolean());
      case 3 -> new TwoFields(textField(), one(SearchOperator.values()), textField());
      case 8 -> new And(Stream.generate(next).limit(random.nextInt(4)).toList());
      case 9, 10 -> new Or(Stream.generate(next).limit(random.nextInt(4)).toList());
      case 11 -> new Not(next.get());
      default -> comparison(stored);
    };
  }

  private SearchField field() {
    return switch (random.nextInt(4)) {
      case 0 -> new Label(one(KEYS));
      case 1 -> new SpecPath(one(List.of("a"), List.of("b"), List.of("a", "a"), List.of("b", "0")));
      case 2 -> new OfCondition(one(TYPES), one(Member.values()));
      default -> one(COLUMNS);
    };
  }

  private SearchField textField() {
    return Stream.generate(this::field)
        .filter(field -> field.accepts(new Text("")))
        .findFirst()
        .orElseThrow();
  }

  private Comparison comparison(List<Resource> stored) {
    SearchField field = field();
    return new Comparison(field, one(SearchOperator.values()), value(field, one(stored)));
  }

  private In in(List<Resource> stored) {
    SearchField field = field();
    SearchValue first = value(field, one(stored));
    Stream<SearchValue> others =
        Stream.generate(() -> value(field, one(stored)))
            .limit(random.nextInt(4))
            .filter(value -> value.getClass() == first.getClass());
    return new In(field, Stream.concat(Stream.of(first), others).toList());
  }

  private SearchValue value(SearchField field, Resource stored) {
    if (field instanceof ResourceColumn column) {
      return random.nextInt(8) == 0 ? any(column) : column.of(stored).orElseGet(() -> any(column));
    }
    if (field instanceof OfCondition condition) {
      return value(condition.member());
    }
    return field instanceof SpecPath && random.nextBoolean()
        ? new Numeric(new BigDecimal(one(NUMBERS)))
        : new Text(one(TEXTS));
  }

  private SearchValue value(Member member) {
    return switch (member) {
      case STATUS -> new Text(random.nextInt(8) == 0 ? one(TEXTS) : one(STATUSES));
      case OBSERVED_GENERATION -> new Numeric(new BigDecimal(one("1", "2", "2.5", "3.0", "-1")));
      case LAST_UPDATED_TIME, LAST_TRANSITION_TIME -> new Time(Instant.parse(one(TIMES)));
    };
  }

  private SearchValue any(ResourceColumn column) {
    if (column.type() == Time.class) {
      return new Time(Instant.parse(one(TIMES)));
    }
    return column.type() == Numeric.class ? Numeric.of(7) : new Text(one(TEXTS));
  }

  @SafeVarargs
  private <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
