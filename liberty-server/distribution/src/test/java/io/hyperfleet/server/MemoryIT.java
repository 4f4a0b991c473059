package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.hostile.shape.WorstBodies;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that clients send or store at once ends a server with a small heap. */
class MemoryIT {

  private static final String SMALL_HEAP = "-Xmx256m -XX:TieredStopAtLevel=1";

  /** Demands nothing, and yet every spec is looked into. */
  private static final String SCHEMAS =
      """
      {"openapi":"3.0.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{
        "ClusterSpec":{"type":"object","additionalProperties":{"uniqueItems":false}},
        "NodePoolSpec":{"type":"object"}}}}
      """;

  @TempDir private static Path data;

  private static PackagedServer server;

  @BeforeAll
  static void start() throws IOException {
    Path schemas = Files.writeString(data.resolve("schemas.json"), SCHEMAS);
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    environment.put("HYPERFLEET_JAVA_OPTS", SMALL_HEAP);
    environment.put("HYPERFLEET_SERVER_OPENAPI_SCHEMA_PATH", schemas.toString());
    server = PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sixteenLargeBodiesAtOnceAreTakenOrRefusedAndOthersAreAnsweredMeanwhile() {
    assertSurvives(16, WorstBodies.OBJECTS);
    assertSurvives(16, WorstBodies.MORE_VALUES_THAN_ALLOWED);
  }

  @ParameterizedTest
  @EnumSource
  @Endurance
  void sixtyFourLargeBodiesOfAnyShapeAtOnceAreTakenOrRefused(WorstBodies shape) {
    assertSurvives(64, shape);
  }

  private static void assertSurvives(int clients, WorstBodies shape) {
    String clusters = server.api(Clusters.PATH);
    try (Crowd crowd = new Crowd(clients)) {
      List<CompletableFuture<Answer>> large =
          crowd.all(() -> Http.post(clusters, shape.body(Names.next())));

      IntStream.range(0, 20)
          .forEach(i -> assertThat(Clusters.create(server).status()).isEqualTo(201));

      assertThat(large.stream().map(CompletableFuture::join))
          .hasSize(clients)
          .allSatisfy(MemoryIT::assertClean);
    }
    assertThat(Clusters.create(server).status()).isEqualTo(201);
  }

  @Test
  void aPageOfLargeClustersIsWholeOrACleanRefusal() {
    assertListsAreClean(10, 100_000, 4);
  }

  @Test
  @Endurance
  void eightPagesOfAHundredMegabytesAtOnceAreWholeOrCleanRefusals() {
    assertListsAreClean(100, 1_000_000, 8);
  }

  /** Each client asks for pages of all sizes, down to one that any heap holds. */
  private static void assertListsAreClean(int clusters, int characters, int clients) {
    String spec = "{\"a\":\"" + "x".repeat(characters) + "\"}";
    IntStream.range(0, clusters)
        .forEach(i -> assertThat(Clusters.create(server, spec).status()).isEqualTo(201));
    for (int size : new int[] {100, 20, 5, 1}) {
      try (Crowd crowd = new Crowd(clients)) {
        assertThat(
                crowd.all(() -> Http.get(server.api(Clusters.PATH + "?size=" + size))).stream()
                    .map(CompletableFuture::join))
            .hasSize(clients)
            .allSatisfy(MemoryIT::assertClean);
      }
    }
    assertThat(Http.get(server.api(Clusters.PATH + "?size=1")).json().at("/items")).hasSize(1);
  }

  /** Whole, or a refusal that says what to do. */
  private static void assertClean(Answer answer) {
    assertThat(answer.status()).isIn(200, 201, 400, 503);
    assertThat(answer.json().isObject()).isTrue();
    if (answer.status() == 503) {
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-SVC-001");
    }
  }

  /** Clients that all ask at once. */
  private record Crowd(ExecutorService threads, int size) implements AutoCloseable {

    Crowd(int size) {
      this(Executors.newFixedThreadPool(size), size);
    }

    List<CompletableFuture<Answer>> all(Supplier<Answer> request) {
      return IntStream.range(0, size)
          .mapToObj(i -> CompletableFuture.supplyAsync(request, threads))
          .toList();
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }
}
