package io.hyperfleet.schema;

import static io.hyperfleet.schema.SchemaFixture.CLUSTER;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random schemas, each with specs that match it by construction, and one that does not. */
class RandomSpecsTest {

  private static final int ROUNDS = 50;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSpecThatIsMadeForASchemaPassesUntilOneValueIsSpoilt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Sample sample = object(random, 3);
      OpenApiSpecSchemas schemas = new SchemaFixture(folder).clusterSpec(sample.schema);
      Document good = new Document(sample.good);
      Document bad = new Document(sample.bad);

      assertThatCode(() -> schemas.check(CLUSTER, good))
          .as("seed %d: %s against %s", seed, sample.good, sample.schema)
          .doesNotThrowAnyException();
      assertThatExceptionOfType(FleetException.class)
          .as("seed %d: %s against %s", seed, sample.bad, sample.schema)
          .isThrownBy(() -> schemas.check(CLUSTER, bad));
    }
  }

  private static Sample any(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> string(random);
      case 1 -> integer(random);
      case 2 -> choice(random);
      case 3 -> array(random, depth - 1);
      case 4 -> alternative(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static Sample string(Random random) {
    int length = 1 + random.nextInt(20);
    String text = "\"" + "x".repeat(length) + "\"";
    return new Sample(
        "{type: string, minLength: %d, maxLength: %d, pattern: '^x+$'}"
            .formatted(random.nextInt(length + 1), length + random.nextInt(3)),
        text,
        random.nextBoolean() ? "\"" + "y".repeat(length) + "\"" : "null");
  }

  private static Sample integer(Random random) {
    int value = random.nextInt(-1000, 1000);
    return new Sample(
        "{type: integer, format: int32, minimum: %d, maximum: %d, nullable: true}"
            .formatted(value - random.nextInt(3), value),
        random.nextBoolean() ? value + ".0" : "null",
        Integer.toString(value + 1));
  }

  private static Sample choice(Random random) {
    return new Sample("{enum: [a, b, 3, true]}", random.nextBoolean() ? "3.0" : "true", "\"c\"");
  }

  private static Sample array(Random random, int depth) {
    Sample item = any(random, depth);
    int good = random.nextInt(4);
    StringJoiner items = new StringJoiner(",", "[", "]");
    for (int i = 0; i < good; i++) {
      items.add(item.good);
    }
    return new Sample(
        "{type: array, maxItems: %d, items: %s}".formatted(good + 1, item.schema),
        items.toString(),
        "[" + item.bad + "]");
  }

  private static Sample alternative(Random random, int depth) {
    Sample one = any(random, depth);
    String other = "other " + depth;
    String keyword = random.nextBoolean() ? "oneOf" : "anyOf";
    return new Sample(
        "{%s: [{type: string, enum: [%s]}, {allOf: [%s]}]}".formatted(keyword, other, one.schema),
        random.nextBoolean() ? "\"" + other + "\"" : one.good,
        one.bad);
  }

  private static Sample object(Random random, int depth) {
    int size = 1 + random.nextInt(4);
    int spoilt = random.nextInt(size);
    StringJoiner properties = new StringJoiner(", ", "{", "}");
    StringJoiner good = new StringJoiner(",", "{", "}");
    StringJoiner bad = new StringJoiner(",", "{", "}");
    for (int i = 0; i < size; i++) {
      Sample member = any(random, depth);
      properties.add("p%d: %s".formatted(i, member.schema));
      good.add("\"p%d\":%s".formatted(i, member.good));
      bad.add("\"p%d\":%s".formatted(i, i == spoilt ? member.bad : member.good));
    }
    return new Sample(
        "{type: object, additionalProperties: false, required: [p0], properties: %s}"
            .formatted(properties),
        good.toString(),
        bad.toString());
  }

  private record Sample(String schema, String good, String bad) {}
}
