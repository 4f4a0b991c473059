package io.hyperfleet.json.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.RandomValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two readers of this room agree on what JSON says. */
class JsonIsYamlTest {

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsJsonIsReadAsJson(int seed) throws IOException {
    RandomValue random = new RandomValue(new Random(seed));
    String json = random.spelled(random.value(5));
    Path file = Files.writeString(folder.resolve("random.json"), json);

    YamlValue read = YamlFile.read(file).top().orElseThrow();

    assertThat(read.json()).isEqualTo(JsonReader.tree(new Document(json)));
  }
}
