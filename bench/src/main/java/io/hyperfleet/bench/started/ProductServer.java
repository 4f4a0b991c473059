package io.hyperfleet.bench.started;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged server as an operator starts it: its script and its environment. */
public final class ProductServer implements Host {

  private static final Duration REST = Duration.ofSeconds(5);

  private final Child child;
  private final int port;
  private final Start start;

  private ProductServer(Child child, int port, int healthPort, long startedAt) {
    this.child = child;
    this.port = port;
    Ports.await(child, healthPort, "/readyz");
    double wall = (System.nanoTime() - startedAt) / 1e9;
    this.start = new Start(wall, processes().processorSeconds());
  }

  /**
   * Returns when it is ready.
   *
   * @param data what it may keep from one start to the next
   */
  public static ProductServer start(
      Cleanup cleanup, Distribution distribution, Postgres database, Path data) {
    List<Integer> ports = Ports.free(3);
    Map<String, String> environment = new TreeMap<>(database.serverEnvironment());
    environment.put("HYPERFLEET_DATA_DIR", data.toString());
    environment.put("HYPERFLEET_SERVER_HOST", "localhost");
    environment.put("HYPERFLEET_SERVER_PORT", ports.get(0).toString());
    environment.put("HYPERFLEET_SERVER_JWT_ENABLED", "false");
    environment.put("HYPERFLEET_HEALTH_PORT", ports.get(1).toString());
    environment.put("HYPERFLEET_METRICS_PORT", ports.get(2).toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    List<String> command = List.of(distribution.script().toString(), "serve");
    long startedAt = System.nanoTime();
    Child child =
        cleanup.keep(() -> Child.start("the server", distribution.home(), environment, command));
    return new ProductServer(child, ports.get(0), ports.get(1), startedAt);
  }

  /** What it took to become ready. */
  public Start start() {
    return start;
  }

  /** Resident size some seconds after it was left alone, in MiB. */
  public double residentMebibytesAtRest() {
    if (child.endsWithin(REST)) {
      child.checkAlive();
    }
    return processes().residentMebibytes();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public ProcessTree processes() {
    return new ProcessTree(child.pid());
  }

  @Override
  public void checkAlive() {
    child.checkAlive();
  }

  @Override
  public void close() {
    child.close();
  }

  /** Seconds from the script's first line until ready: on the wall, and of all processors. */
  public record Start(double wallSeconds, double processorSeconds) {}
}
