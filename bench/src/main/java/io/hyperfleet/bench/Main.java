package io.hyperfleet.bench;

import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Cleanup;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command {@code bin/bench}. */
public final class Main {

  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    Path checkout = Path.of(System.getProperty("bench.checkout"));
    System.exit(run(checkout, System.getenv(), List.of(arguments), System.out, System.err));
  }

  /** Answers the exit code, once everything it started is gone. */
  static int run(
      Path checkout,
      Map<String, String> environment,
      List<String> arguments,
      PrintStream out,
      PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(Options.HELP);
      return 0;
    }
    Cleanup cleanup = new Cleanup();
    Thread atSignal = new Thread(cleanup::close, "cleanup");
    Runtime.getRuntime().addShutdownHook(atSignal);
    try {
      Options options = Options.parse(arguments);
      return new Bench(checkout, environment, options, cleanup, err).run(out);
    } catch (UsageException e) {
      err.println("bench: " + e.getMessage() + "; --help tells more");
      return USAGE;
    } catch (BenchException e) {
      if (!cleanup.isClosed()) {
        err.println("bench: " + e.getMessage());
      }
      return 1;
    } finally {
      cleanup.close();
    }
  }
}
