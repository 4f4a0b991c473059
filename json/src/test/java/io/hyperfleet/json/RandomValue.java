package io.hyperfleet.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Random values as plain Java has them (a map, a list, a text, a decimal without zeros at its end,
 * a boolean, an empty Optional for null), spelled as JSON in any way that is allowed.
 */
public final class RandomValue {

  private static final Optional<Object> NULL = Optional.empty();

  private final Random random;

  public RandomValue(Random random) {
    this.random = random;
  }

  public Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 7)) {
      case 0 -> NULL;
      case 1 -> random.nextBoolean();
      case 2 -> text();
      case 3 -> number();
      case 4 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  /** The same value with one thing in it replaced, perhaps by its like. */
  public Object changed(Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      Object name = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
      Object member = copy.remove(name);
      copy.put(random.nextInt(4) == 0 ? text() : name, changed(member));
      return copy;
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      int at = random.nextInt(copy.size());
      if (random.nextInt(4) == 0) {
        Collections.swap(copy, at, random.nextInt(copy.size()));
      } else {
        copy.set(at, changed(copy.get(at)));
      }
      return copy;
    }
    return value instanceof BigDecimal number
        ? number.add(BigDecimal.valueOf(random.nextInt(3) - 1, 18)).stripTrailingZeros()
        : value(1);
  }

  public String spelled(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<Map.Entry<?, ?>> members = new ArrayList<>(map.entrySet());
      Collections.shuffle(members, random);
      return members.stream()
          .map(member -> quoted((String) member.getKey()) + " : " + spelled(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::spelled).collect(Collectors.joining(" , ", "[", "]"));
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof BigDecimal number) {
      return spelledNumber(number);
    }
    return value.equals(NULL) ? "null" : value.toString();
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(depth));
    }
    return items;
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(), value(depth));
    }
    return members;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(new String[] {"a", "B", "é", "\"", "\\", "\n", "😀"}[random.nextInt(7)]);
    }
    return text.toString();
  }

  private BigDecimal number() {
    long digits = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(20) - 10;
    return BigDecimal.valueOf(digits, random.nextInt(9) - 4).stripTrailingZeros();
  }

  /** With the point moved, and zeros at its end. */
  private String spelledNumber(BigDecimal number) {
    int moved = random.nextInt(7) - 3;
    BigDecimal point = number.movePointRight(moved);
    String padded = point.setScale(Math.max(point.scale(), 0) + random.nextInt(3)).toPlainString();
    return moved == 0 ? padded : padded + (random.nextBoolean() ? "e" : "E") + -moved;
  }

  private String quoted(String text) {
    return text.codePoints().mapToObj(this::spelled).collect(Collectors.joining("", "\"", "\""));
  }

  private String spelled(int codePoint) {
    String plain = Character.toString(codePoint);
    boolean needsEscape = codePoint < ' ' || codePoint == '"' || codePoint == '\\';
    return needsEscape || random.nextBoolean()
        ? plain.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining())
        : plain;
  }
}
