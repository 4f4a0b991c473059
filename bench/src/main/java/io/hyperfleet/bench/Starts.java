package io.hyperfleet.bench;

import io.hyperfleet.bench.report.Startup;
import io.hyperfleet.bench.started.Cleanup;
import io.hyperfleet.bench.started.Distribution;
import io.hyperfleet.bench.started.Postgres;
import io.hyperfleet.bench.started.ProductServer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the server again and again, always with the folder of the time before. */
final class Starts {

  private final Cleanup cleanup;
  private final Distribution distribution;
  private final Postgres database;
  private final Path data;
  private final PrintStream progress;
  private final List<Startup> measured = new ArrayList<>();

  Starts(
      Cleanup cleanup,
      Distribution distribution,
      Postgres database,
      Path data,
      PrintStream progress) {
    this.cleanup = cleanup;
    this.distribution = distribution;
    this.database = database;
    this.data = data;
    this.progress = progress;
  }

  ProductServer next() {
    progress.printf("bench: start %d%n", measured.size() + 1);
    ProductServer server = ProductServer.start(cleanup, distribution, database, data);
    measured.add(
        new Startup(
            measured.isEmpty(),
            server.start().wallSeconds(),
            server.start().processorSeconds(),
            server.residentMebibytesAtRest()));
    return server;
  }

  List<Startup> measured() {
    return measured;
  }
}
