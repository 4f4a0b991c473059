package io.hyperfleet.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.Expression.Call;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what one evaluation of an expression costs, and ends it when that is too much. The prices
 * are those of the Go service as far as the engine tells what it does; what it does at once, such
 * as a comparison of two trees or the text of one, is charged afterwards by its size.
 */
final class EvaluationCost implements CelEvaluationListener {

  static final int LIMIT = 10_000;

  private static final int LIST = 10;
  private static final int MAP = 30;

  /** Of characters and items that are looked at one by one. */
  private static final int PER_STEP = 10;

  /** Of characters that are merely passed or written: a mebibyte can be paid for once. */
  private static final int PER_STEP_WRITTEN = 128;

  private static final int PER_CHARACTER_OF_PATTERN = 4;

  /** What comprehensions call their result: an item is added to it in place. */
  private static final String RESULT = "@result";

  /** The latest value of each part of the expression, by its number. */
  private final Map<Long, Object> values = new HashMap<>();

  /**
   * How many parts the lists and maps have that the expression itself made, each counted as often
   * as it is in there: {@code [a, a]} is twice as large as {@code a} and costs no more memory.
   */
  private final IdentityHashMap<Object, Long> made = new IdentityHashMap<>();

  private long spent;

  @Override
  public void callback(CelExpr part, Object value) {
    values.put(part.id(), value);
    spent += price(part, value);
    requireKept();
  }

  /**
   * Fails at each step once it failed: the engine swallows what could not change the result of one
   * step, but there is none after the last. Whoever meets another failure asks which came first.
   */
  void requireKept() {
    if (spent > LIMIT) {
      throw new RuleFailure("it costs more than " + LIMIT);
    }
  }

  private long price(CelExpr part, Object value) {
    Call<CelExpr> call = part.callOrDefault();
    if (!call.function().isEmpty()) {
      return 1 + price(call, value);
    }
    if (!part.identOrDefault().name().isEmpty() || !part.selectOrDefault().field().isEmpty()) {
      return 1;
    }
    if (!part.comprehensionOrDefault().iterVar().isEmpty()) {
      return parts(value);
    }
    if (value instanceof List) {
      return LIST + parts(value);
    }
    return value instanceof Map ? MAP + parts(value) : 0;
  }

  private long parts(Object value) {
    Collection<?> items = value instanceof Map<?, ?> map ? map.values() : items(value);
    long parts = items.stream().mapToLong(item -> made.getOrDefault(item, 0L)).sum() + items.size();
    made.put(value, parts);
    return parts - items.size();
  }

  private static Collection<?> items(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private long price(Call<CelExpr> call, Object result) {
    List<Object> operands = operands(call);
    return switch (call.function()) {
      case "_+_" -> sum(call, operands, result);
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
          Math.min(size(operands.get(0)), size(operands.get(1))) / PER_STEP;
      case "@in" -> operands.get(1) instanceof List<?> list ? size(list) : 0;
      case "startsWith", "endsWith" -> steps(operands.get(0));
      case "contains" -> Math.max(1, steps(operands.get(0))) * Math.max(1, steps(operands.get(1)));
      case "matches" ->
          (1 + steps(operands.get(0))) * (1 + length(operands.get(1)) / PER_CHARACTER_OF_PATTERN);
      case "toJson" -> length(result) / PER_STEP_WRITTEN;
      case "size", "bytes", "string", "dig" ->
          operands.stream().mapToLong(EvaluationCost::length).sum() / PER_STEP_WRITTEN;
      default -> 0;
    };
  }

  private List<Object> operands(Call<CelExpr> call) {
    List<Object> operands = new ArrayList<>();
    call.target().ifPresent(target -> operands.add(values.get(target.id())));
    List<CelExpr> arguments = call.args();
    arguments.forEach(argument -> operands.add(values.get(argument.id())));
    return operands;
  }

  private long sum(Call<CelExpr> call, List<Object> operands, Object result) {
    if (!(result instanceof List<?>)) {
      return steps(result);
    }
    List<CelExpr> arguments = call.args();
    CelExpr first = arguments.get(0);
    if (first.identOrDefault().name().equals(RESULT)) {
      return ((List<?>) operands.get(1)).size() / PER_STEP;
    }
    return items(result).size() / PER_STEP + parts(result);
  }

  private static long steps(Object text) {
    return length(text) / PER_STEP;
  }

  private static long length(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    return value instanceof CelByteString bytes ? bytes.size() : 0;
  }

  /** Of a whole tree; where more is there than can be paid for, it does not matter how much. */
  private static long size(Object value) {
    return size(value, LIMIT * (long) PER_STEP);
  }

  private static long size(Object value, long most) {
    Collection<?> items = value instanceof Map<?, ?> map ? map.values() : items(value);
    long size = Math.max(1, length(value));
    for (Object item : items) {
      if (size > most) {
        return size;
      }
      size += size(item, most - size);
    }
    return size;
  }
}
