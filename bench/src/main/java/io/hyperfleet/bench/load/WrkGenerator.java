package io.hyperfleet.bench.load;

import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Child;
import io.hyperfleet.bench.started.Cleanup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The program wrk, which takes less of the processor than anything in Java. */
public final class WrkGenerator implements LoadGenerator {

  private static final String SCRIPT = "wrk.lua";
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int THREADS = 2;

  private final Cleanup cleanup;
  private final Path folder;
  private final int connections;
  private final int rows;
  private int runs;

  public WrkGenerator(Cleanup cleanup, Path folder, int connections, int rows) {
    this.cleanup = cleanup;
    this.folder = folder;
    this.connections = connections;
    this.rows = rows;
    try (InputStream script = WrkGenerator.class.getResourceAsStream(SCRIPT)) {
      Files.copy(script, folder.resolve(SCRIPT));
    } catch (IOException e) {
      throw new BenchException("the script of wrk cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "wrk";
  }

  @Override
  public Sample run(int port, RequestTemplate request, Duration duration) {
    runs++;
    int threads = Math.min(THREADS, connections);
    List<String> command =
        List.of(
            "wrk",
            "-t" + threads,
            "-c" + connections,
            "-d" + Programs.seconds(duration) + "s",
            "-s" + SCRIPT,
            "http://localhost:" + port,
            "--",
            request.method(),
            request.path(),
            request.body(),
            String.valueOf(rows),
            String.valueOf(SeededId.FIRST_MILLIS),
            "w" + runs,
            String.valueOf(MOST_REQUESTS / threads));
    Child wrk = cleanup.keep(() -> Child.start("wrk", folder, Map.of(), command));
    return WrkOutput.read(wrk.awaitSuccess(duration.plus(GRACE)));
  }
}
