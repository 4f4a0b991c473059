package io.hyperfleet.server;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts for {@code search}: right, nearly right, deep, long, and noise. */
final class OddSearches {

  private static final List<String> TERMS =
      List.of(
          "name = 'a'",
          "kind = 'Cluster'",
          "kind != 'NodePool'",
          "owner_id is not null",
          "owner_id is null",
          "id like '%'",
          "labels.a = 'b'",
          "labels.a is null",
          "labels.a in ['b', 'c']",
          "spec.n > 5",
          "spec.n in [1, 2]",
          "spec.a.b = 'x'",
          "spec.n between -1 and 1e9",
          "generation between 0 and 2147483647",
          "created_time > '2020-01-01'",
          "created_time < '9999-12-31T23:59:59Z'",
          "deleted_time is null",
          "name ilike '%\\\\%%'",
          "status.conditions.Reconciled = 'False'",
          "status.conditions.Reconciled.observed_generation >= 1",
          "status.conditions.Reconciled.last_updated_time < '2999-01-01T00:00:00.123456789+14:00'",
          "name = kind",
          "spec.n = spec.m",
          "'1' = '1'",
          "true");

  private static final List<String> TOKENS =
      List.of(
          "and",
          "or",
          "not",
          "NOT",
          "in",
          "between",
          "like",
          "is",
          "null",
          "true",
          "len",
          "any",
          "(",
          ")",
          "[",
          "]",
          ",",
          "=",
          "!=",
          "<",
          ">=",
          "~=",
          "+",
          "-",
          "*",
          "%",
          "'",
          "\"",
          "`",
          "\\",
          ";",
          "--",
          "/*",
          "'; drop table clusters; --",
          "''",
          "'\u0000'",
          "\u0000",
          "1e999",
          "1e999999",
          "1e-999999",
          "1e-999",
          "99999999999999999999999",
          "1Ki",
          "0000-00-00",
          "'0000-01-01'",
          "'2026-02-30'",
          "'9999-99-99T99:99:99Z'",
          "spec",
          "tenancy",
          "ctid",
          "labels.",
          "labels.[a b]",
          "status.conditions.",
          "resources.id",
          "r.id",
          "\ud83d\ude80",
          "n\u00e4me",
          "$1",
          "?",
          "x");

  private final Random random;

  OddSearches(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    return switch (random.nextInt(10)) {
      case 0 -> noise();
      case 1 -> "(".repeat(random.nextInt(1500)) + one(TERMS) + ")".repeat(random.nextInt(1500));
      case 2 -> "not ".repeat(random.nextInt(800)) + one(TERMS);
      case 3 -> joined(random.nextInt(60));
      case 4, 5 -> joined(1 + random.nextInt(4));
      case 6, 7 -> mistyped(joined(1 + random.nextInt(4)));
      default -> tokens();
    };
  }

  private String joined(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (i == 0 ? "" : one(List.of(" and ", " or ", " OR not "))) + one(TERMS))
        .collect(Collectors.joining());
  }

  private String mistyped(String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at)
        + one(List.of("", one(TOKENS)))
        + text.substring(Math.min(text.length(), at + random.nextInt(4)));
  }

  private String tokens() {
    return IntStream.range(0, 1 + random.nextInt(20))
        .mapToObj(i -> random.nextInt(3) == 0 ? one(TERMS) : one(TOKENS))
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }

  private String noise() {
    return random
        .ints(random.nextInt(200), 0, random.nextBoolean() ? 128 : 0x3000)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
