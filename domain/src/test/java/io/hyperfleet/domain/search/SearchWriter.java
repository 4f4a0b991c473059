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
import io.hyperfleet.domain.search.SearchField.SpecPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes an expression as words, in one of the many ways in which it can be written. */
final class SearchWriter
    implements SearchExpression.Visitor<List<String>>, SearchField.Visitor<String> {

  private static final Map<SearchOperator, List<String>> OPERATORS =
      Map.of(
          SearchOperator.EQUAL, List.of("=", "=="),
          SearchOperator.NOT_EQUAL, List.of("!=", "<>"),
          SearchOperator.LESS, List.of("<"),
          SearchOperator.LESS_OR_EQUAL, List.of("<="),
          SearchOperator.GREATER, List.of(">"),
          SearchOperator.GREATER_OR_EQUAL, List.of(">="));

  private final Random random;
  private final SearchValueWriter values;

  SearchWriter(Random random) {
    this.random = random;
    this.values = new SearchValueWriter(random);
  }

  List<String> write(SearchExpression expression) {
    return maybeInBrackets(expression.accept(this));
  }

  @Override
  public List<String> and(And expression) {
    return isBetween(expression.operands()) && random.nextInt(3) > 0
        ? between(expression.operands(), List.of())
        : joined(keyword("and"), expression.operands());
  }

  @Override
  public List<String> or(Or expression) {
    return joined(keyword("or"), expression.operands());
  }

  private List<String> joined(String word, List<SearchExpression> operands) {
    List<String> words = new ArrayList<>();
    for (SearchExpression operand : operands) {
      if (!words.isEmpty()) {
        words.add(word);
      }
      boolean several = operand instanceof And || operand instanceof Or;
      words.addAll(several ? inBrackets(operand.accept(this)) : write(operand));
    }
    return words;
  }

  private static boolean isBetween(List<SearchExpression> operands) {
    return operands.size() == 2
        && operands.get(0) instanceof Comparison low
        && operands.get(1) instanceof Comparison high
        && low.operator() == SearchOperator.GREATER_OR_EQUAL
        && high.operator() == SearchOperator.LESS_OR_EQUAL
        && low.field().equals(high.field())
        && low.value().getClass() == high.value().getClass()
        && !(low.field() instanceof OfCondition);
  }

  private List<String> between(List<SearchExpression> operands, List<String> not) {
    Comparison low = (Comparison) operands.get(0);
    Comparison high = (Comparison) operands.get(1);
    List<String> words = new ArrayList<>(name(low.field()));
    words.addAll(not);
    words.add(keyword("between"));
    words.addAll(values.write(low.field(), low.value()));
    words.add(keyword("and"));
    words.addAll(values.write(high.field(), high.value()));
    return words;
  }

  @Override
  public List<String> not(Not expression) {
    SearchExpression operand = expression.operand();
    List<String> not = List.of(keyword("not"));
    if (random.nextBoolean()) {
      if (operand instanceof IsNull test) {
        return concat(name(test.field()), List.of(keyword("is"), keyword("not"), keyword("null")));
      }
      if (operand instanceof In test) {
        return in(test, not);
      }
      if (operand instanceof Like test) {
        return like(test, not);
      }
      if (operand instanceof And and && isBetween(and.operands())) {
        return between(and.operands(), not);
      }
    }
    boolean single = !(operand instanceof And || operand instanceof Or || operand instanceof Not);
    List<String> written = operand.accept(this);
    return concat(not, single && random.nextBoolean() ? written : inBrackets(written));
  }

  @Override
  public List<String> comparison(Comparison expression) {
    List<String> field = name(expression.field());
    List<String> value = maybeInBrackets(values.write(expression.field(), expression.value()));
    return random.nextInt(3) > 0
        ? concat(field, List.of(operator(expression.operator())), value)
        : concat(value, List.of(operator(expression.operator().mirrored())), field);
  }

  @Override
  public List<String> isNull(IsNull expression) {
    return concat(name(expression.field()), List.of(keyword("is"), keyword("null")));
  }

  @Override
  public List<String> in(In expression) {
    return in(expression, List.of());
  }

  private List<String> in(In expression, List<String> not) {
    List<String> words = concat(name(expression.field()), not, List.of(keyword("in"), "["));
    for (SearchValue value : expression.values()) {
      words.addAll(values.write(expression.field(), value));
      words.add(",");
    }
    if (random.nextBoolean()) {
      words.remove(words.size() - 1);
    }
    words.add("]");
    return words;
  }

  @Override
  public List<String> like(Like expression) {
    return like(expression, List.of());
  }

  private List<String> like(Like expression, List<String> not) {
    String operator = keyword(expression.ignoringCase() ? "ilike" : "like");
    String pattern = values.quoted(expression.pattern());
    return concat(name(expression.field()), not, List.of(operator, pattern));
  }

  @Override
  public List<String> twoFields(TwoFields expression) {
    return concat(
        name(expression.left()),
        List.of(operator(expression.operator())),
        name(expression.right()));
  }

  private List<String> name(SearchField field) {
    return maybeInBrackets(List.of(field.accept(this)));
  }

  @Override
  public String column(ResourceColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label(Label label) {
    return "labels." + label.key();
  }

  @Override
  public String specPath(SpecPath path) {
    return "spec." + String.join(".", path.members());
  }

  @Override
  public String ofCondition(OfCondition condition) {
    String type = "status.conditions." + condition.type();
    return condition.member() == OfCondition.Member.STATUS
        ? type
        : type + "." + condition.member().name().toLowerCase(Locale.ROOT);
  }

  private String operator(SearchOperator operator) {
    List<String> spellings = OPERATORS.get(operator);
    return spellings.get(random.nextInt(spellings.size()));
  }

  private String keyword(String word) {
    return random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT);
  }

  private List<String> maybeInBrackets(List<String> words) {
    return random.nextInt(8) == 0 ? inBrackets(words) : words;
  }

  private static List<String> inBrackets(List<String> words) {
    return concat(List.of("("), words, List.of(")"));
  }

  @SafeVarargs
  private static List<String> concat(List<String>... parts) {
    List<String> words = new ArrayList<>();
    for (List<String> part : parts) {
      words.addAll(part);
    }
    return words;
  }
}
