package io.hyperfleet.hostile.shape;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that create a cluster and cost as much as a body of the largest size can. */
public enum WorstBodies {
  MORE_VALUES_THAN_ALLOWED(repeated(i -> "{}", 340_000)),
  OBJECTS(repeated(i -> "{}", 99_000)),
  OBJECTS_WITH_A_MEMBER(repeated(i -> "{\"a\":1}", 49_000)),
  ARRAYS(repeated(i -> "[]", 99_000)),
  NESTED(repeated(i -> "[".repeat(480) + "]".repeat(480), 200)),
  SHORT_STRINGS(repeated(i -> "\"s\"", 99_000)),
  LONG_STRINGS(repeated(i -> "\"" + "x".repeat(100_000) + "\"", 10)),
  WIDE_STRINGS(repeated(i -> "\"\uD83D\uDE00" + "x".repeat(100_000) + "\"", 10)),
  NUMBERS(repeated(i -> Integer.toString(i), 99_000)),
  NUMBERS_WRITTEN_OUT(repeated(i -> "1e999", 99_000)),
  ESCAPES(repeated(i -> "\"" + "\\u00e9".repeat(10_000) + "\"", 17)),
  MEMBERS("{" + joined(i -> "\"m" + i + "\":0", 90_000) + "}"),
  LABELS("{},\"labels\":{" + joined(i -> "\"k" + i + "\":\"v\"", 70_000) + "}"),
  LABELS_AT_FAULT("{},\"labels\":{" + joined(i -> "\"-" + i + "\":\"-\"", 70_000) + "}"),
  REFERENCES("{},\"references\":{" + joined(i -> "\"k" + i + "\":[]", 70_000) + "}"),
  UNKNOWN_MEMBERS("{}," + joined(i -> "\"u" + i + "\":[]", 70_000));

  private final String spec;

  WorstBodies(String spec) {
    this.spec = spec;
  }

  public String body(String name) {
    return "{\"kind\":\"Cluster\",\"name\":\"" + name + "\",\"spec\":" + spec + "}";
  }

  private static String repeated(IntFunction<String> item, int count) {
    return "{\"a\":[" + joined(item, count) + "]}";
  }

  private static String joined(IntFunction<String> item, int count) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }
}
