package io.hyperfleet.bench;

import io.hyperfleet.bench.load.LoadGenerator;
import io.hyperfleet.bench.load.PgbenchLoad;
import io.hyperfleet.bench.load.PreparedStatementLoad;
import io.hyperfleet.bench.load.Programs;
import io.hyperfleet.bench.load.SocketGenerator;
import io.hyperfleet.bench.load.SqlLoad;
import io.hyperfleet.bench.load.WrkGenerator;
import io.hyperfleet.bench.report.JsonReport;
import io.hyperfleet.bench.report.Report;
import io.hyperfleet.bench.report.Result;
import io.hyperfleet.bench.report.TextReport;
import io.hyperfleet.bench.scenario.Comparisons;
import io.hyperfleet.bench.scenario.SampleClusters;
import io.hyperfleet.bench.scenario.Scenarios;
import io.hyperfleet.bench.scenario.Surroundings;
import io.hyperfleet.bench.started.BareServer;
import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Cleanup;
import io.hyperfleet.bench.started.Distribution;
import io.hyperfleet.bench.started.Postgres;
import io.hyperfleet.bench.started.ProcessTree;
import io.hyperfleet.bench.started.ProductServer;
import io.hyperfleet.bench.started.WorkFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run: starts, seeds, warms up, measures, reports. */
final class Bench {

  private final Path checkout;
  private final Map<String, String> environment;
  private final Options options;
  private final Cleanup cleanup;
  private final PrintStream progress;

  Bench(
      Path checkout,
      Map<String, String> environment,
      Options options,
      Cleanup cleanup,
      PrintStream progress) {
    this.checkout = checkout;
    this.environment = environment;
    this.options = options;
    this.cleanup = cleanup;
    this.progress = progress;
  }

  /**
   * Answers the exit code: 1 if a request failed, since what fails is not what was to be measured.
   */
  int run(PrintStream out) {
    ProcessTree.checkSupported();
    Facts facts = new Facts(options);
    Distribution distribution = distribution();
    Path folder = cleanup.keep(WorkFolder::create).path();
    Postgres database = cleanup.keep(() -> database(folder));
    Starts starts = new Starts(cleanup, distribution, database, folder.resolve("data"), progress);
    ProductServer product = startAndSeed(starts, database);
    BareServer bare = BareServer.start(cleanup, distribution, folder);
    Surroundings surroundings =
        new Surroundings(product, bare, database, http(folder), sql(database, folder));

    Rounds rounds = new Rounds(Scenarios.ALL, surroundings, progress);
    rounds.warmUp(options.warmup());
    List<Result> results = rounds.measure(options.rounds(), options.duration());
    Report report =
        new Report(
            facts.of(distribution, surroundings), starts.measured(), results, Comparisons.ALL);
    out.print(options.isJson() ? JsonReport.of(report) : TextReport.of(report));
    return checkErrors(results);
  }

  private ProductServer startAndSeed(Starts starts, Postgres database) {
    ProductServer server = starts.next();
    progress.printf("bench: seeding %d clusters%n", options.clusters());
    SampleClusters.seed(server.port(), database, options.clusters());
    for (int start = 1; start < options.starts(); start++) {
      server.close();
      server = starts.next();
    }
    return server;
  }

  private int checkErrors(List<Result> results) {
    List<Result> failed = results.stream().filter(result -> result.errors() > 0).toList();
    failed.forEach(
        result ->
            progress.printf("bench: %d requests failed: %s%n", result.errors(), result.scenario()));
    return failed.isEmpty() ? 0 : 1;
  }

  private Distribution distribution() {
    return options
        .server()
        .map(Distribution::at)
        .or(() -> Distribution.builtIn(checkout))
        .orElseThrow(
            () -> new BenchException("no server is built: ./mvnw package -DskipTests does it"));
  }

  private Postgres database(Path folder) {
    return options
        .databaseUrl()
        .map(url -> Postgres.at(url, environment.get("PGPASSWORD")))
        .orElseGet(() -> Postgres.start(folder));
  }

  private LoadGenerator http(Path folder) {
    String name = options.generator().orElse(Programs.has("wrk") ? "wrk" : "java");
    return name.equals("wrk")
        ? new WrkGenerator(cleanup, folder, options.connections(), options.clusters())
        : new SocketGenerator(options.connections(), options.clusters());
  }

  private SqlLoad sql(Postgres database, Path folder) {
    return Programs.has("pgbench")
        ? new PgbenchLoad(cleanup, database, folder, options.connections(), options.clusters())
        : new PreparedStatementLoad(
            database.dataSource(), options.connections(), options.clusters());
  }
}
