package io.hyperfleet.bench.load;

import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Child;
import io.hyperfleet.bench.started.Cleanup;
import io.hyperfleet.bench.started.Postgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own program, with prepared statements. */
public final class PgbenchLoad implements SqlLoad {

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final String LOG = "pgbench-latencies";
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int THREADS = 2;

  private final Cleanup cleanup;
  private final Postgres database;
  private final Path folder;
  private final int connections;
  private final int rows;

  public PgbenchLoad(Cleanup cleanup, Postgres database, Path folder, int connections, int rows) {
    this.cleanup = cleanup;
    this.database = database;
    this.folder = folder;
    this.connections = connections;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "pgbench";
  }

  @Override
  public Sample run(String statement, Duration duration) {
    try {
      Path script = folder.resolve("pgbench.sql");
      Files.writeString(script, "\\set number random(1, %d)\n%s;\n".formatted(rows, statement));
      String output = pgbench(script, duration).awaitSuccess(duration.plus(GRACE));
      return sample(rate(output), latencies());
    } catch (IOException e) {
      throw new BenchException("pgbench: " + e.getMessage(), e);
    }
  }

  private Child pgbench(Path script, Duration duration) {
    List<String> command =
        List.of(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + connections,
            "--jobs=" + Math.min(THREADS, connections),
            "--time=" + Programs.seconds(duration),
            "--log",
            "--log-prefix=" + LOG,
            "--file=" + script);
    return cleanup.keep(() -> Child.start("pgbench", folder, database.toolEnvironment(), command));
  }

  static Sample sample(double rate, Histogram latencies) {
    long requests = latencies.total();
    return new Sample(requests, 0, requests / rate, latencies);
  }

  static double rate(String output) {
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new BenchException("pgbench did not print its rate:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** A file for each thread; they are large, so they go as soon as they were read. */
  private Histogram latencies() throws IOException {
    Histogram latencies = new Histogram();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, LOG + "*")) {
      for (Path log : logs) {
        try (Stream<String> lines = Files.lines(log)) {
          lines.forEach(line -> latencies.record(latency(line)));
        }
        Files.delete(log);
      }
    }
    return latencies;
  }

  /** The third word, in microseconds. */
  static long latency(String line) {
    return Long.parseLong(line.split(" ", 4)[2]);
  }
}
