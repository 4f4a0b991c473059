package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Expressions that clients can ask for, of every sort. */
final class RandomSearches {

  private static final int LEVELS = 3;

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "it's",
          "say \"hi\" `now`",
          "a\\b",
          "50%",
          "x\ny\t",
          "na\u00efve",
          "\ud83d\ude80",
          "true",
          "false",
          "2026-01-01",
          "2026-01-01T00:00:00.5Z",
          "5",
          "-7",
          "0.25",
          "a) or (b",
          "[,]");

  private static final List<String> PATTERNS = List.of("", "%", "a_%", "50\\%", "\\\\", "it's");

  private static final List<String> KEYS =
      List.of("env", "app.kubernetes.io/name", "Upper_1", "[my-key]", "a.[b c].d", "in", "\u00e9");

  private static final List<String> MEMBERS = List.of("a", "snake_case", "2nd", "0", "not");

  private static final List<String> TYPES = List.of("Ready", "A", "X1y");

  private static final List<ResourceColumn> TEXT_COLUMNS =
      Stream.of(ResourceColumn.values()).filter(column -> column.accepts(new Text(""))).toList();

  private static final List<ResourceColumn> TIME_COLUMNS =
      Stream.of(ResourceColumn.values()).filter(column -> column.type() == Time.class).toList();

  private final Random random;

  RandomSearches(Random random) {
    this.random = random;
  }

  SearchExpression next() {
    return expression(LEVELS, true);
  }

  /** What is not negatable may not stand inside a negation. */
  private SearchExpression expression(int levels, boolean anything) {
    if (levels == 0 || random.nextInt(4) == 0) {
      return term(anything);
    }
    return switch (random.nextInt(3)) {
      case 0 -> new And(operands(levels, anything));
      case 1 -> new Or(operands(levels, anything));
      default -> new Not(expression(levels - 1, false));
    };
  }

  private List<SearchExpression> operands(int levels, boolean anything) {
    return Stream.generate(() -> expression(levels - 1, anything))
        .limit(2 + random.nextInt(2))
        .toList();
  }

  private SearchExpression term(boolean anything) {
    if (anything && random.nextInt(3) == 0) {
      return condition();
    }
    SearchField field = field(anything);
    return switch (random.nextInt(6)) {
      case 0 -> new IsNull(field);
      case 1 -> in(field);
      case 2 -> new Like(textField(anything), one(PATTERNS), random.nextBoolean());
      case 3 -> new TwoFields(textField(anything), operator(), textField(anything));
      case 4 -> between(field);
      default -> new Comparison(field, operator(), value(field));
    };
  }

  private SearchExpression condition() {
    OfCondition field = new OfCondition(one(TYPES), one(List.of(Member.values())));
    if (random.nextInt(5) == 0) {
      return new IsNull(field);
    }
    return switch (field.member()) {
      case STATUS ->
          new Comparison(
              field, SearchOperator.EQUAL, new Text(one(List.of("True", "False", "Unknown"))));
      case OBSERVED_GENERATION ->
          new Comparison(field, operator(), Numeric.of(random.nextInt(2000) - 1000));
      case LAST_UPDATED_TIME, LAST_TRANSITION_TIME -> new Comparison(field, operator(), time());
    };
  }

  private SearchExpression between(SearchField field) {
    boolean numeric = random.nextBoolean();
    return new And(
        List.of(
            new Comparison(field, SearchOperator.GREATER_OR_EQUAL, value(field, numeric)),
            new Comparison(field, SearchOperator.LESS_OR_EQUAL, value(field, numeric))));
  }

  private SearchExpression in(SearchField field) {
    boolean numeric = random.nextBoolean();
    return new In(
        field, Stream.generate(() -> value(field, numeric)).limit(1 + random.nextInt(3)).toList());
  }

  private SearchField field(boolean anything) {
    return switch (random.nextInt(3)) {
      case 0 -> ResourceColumn.GENERATION;
      case 1 -> one(TIME_COLUMNS);
      default -> textField(anything);
    };
  }

  private SearchField textField(boolean anything) {
    return switch (random.nextInt(anything ? 3 : 2)) {
      case 0 -> one(TEXT_COLUMNS);
      case 1 ->
          new SpecPath(Stream.generate(() -> one(MEMBERS)).limit(1 + random.nextInt(3)).toList());
      default -> new Label(one(KEYS));
    };
  }

  private SearchValue value(SearchField field) {
    return value(field, random.nextBoolean());
  }

  private SearchValue value(SearchField field, boolean numeric) {
    if (field == ResourceColumn.GENERATION) {
      return Numeric.of(random.nextInt(5000));
    }
    if (field instanceof ResourceColumn column && column.type() == Time.class) {
      return time();
    }
    return numeric && field instanceof SpecPath ? number() : new Text(one(TEXTS));
  }

  private Numeric number() {
    BigDecimal number = BigDecimal.valueOf(random.nextInt(200_000) - 100_000, random.nextInt(4));
    BigDecimal shortest = number.stripTrailingZeros();
    return new Numeric(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }

  private Time time() {
    Instant day = Instant.EPOCH.plus(random.nextInt(40_000), ChronoUnit.DAYS);
    return new Time(
        random.nextBoolean() ? day : day.plus(random.nextInt(1_000_000_000), ChronoUnit.MICROS));
  }

  private SearchOperator operator() {
    return one(List.of(SearchOperator.values()));
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
