package io.hyperfleet.hostile;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The command {@code bin/hostile}. */
public final class Hostile {

  private static final int USAGE = 2;
  private static final String FAREWELL = "Graceful shutdown completed";

  private Hostile() {}

  public static void main(String[] arguments) throws IOException {
    Path checkout = Path.of(System.getProperty("hostile.checkout"));
    System.exit(run(checkout, List.of(arguments), System.out, System.err));
  }

  /** Answers the exit code: 0 nothing found, 1 something, 2 misused. */
  static int run(Path checkout, List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    if (arguments.contains("--help")) {
      out.print(Options.HELP);
      return 0;
    }
    try {
      Options options = Options.parse(checkout, arguments);
      if (!Files.isExecutable(options.server().resolve("bin/hyperfleet-api"))) {
        throw new UsageException("no distribution in " + options.server());
      }
      Path folder = Files.createDirectories(checkout.resolve("hostile/target"));
      return attack(options, Files.createTempDirectory(folder, "data"), out);
    } catch (UsageException e) {
      err.println("hostile: " + e.getMessage() + "; --help tells more");
      return USAGE;
    }
  }

  private static int attack(Options options, Path data, PrintStream out) {
    FindingBook findings = new FindingBook(out);
    AtomicReference<String> last = new AtomicReference<>("");
    out.printf("Attacking for %s, seed %d%n", options.time(), options.seed());
    AttackedServer server =
        AttackedServer.start(
            options,
            data,
            line -> {
              last.set(line);
              ConsoleLines.fault(line).ifPresent(it -> findings.add("console", 0, it, ""));
            });
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "cleanup"));
    try {
      new Siege(options, server, findings, out).run();
      int exitCode = server.stop();
      if (exitCode != 0 || !last.get().endsWith(FAREWELL)) {
        findings.add("stop", 0, "exit code %d after: %s".formatted(exitCode, last.get()), "");
      }
    } finally {
      server.kill();
    }
    return exitCode(findings, data, out);
  }

  private static int exitCode(FindingBook findings, Path data, PrintStream out) {
    findings.summary();
    out.printf("%d kinds of findings%n", findings.kinds());
    if (findings.kinds() == 0) {
      delete(data);
      return 0;
    }
    out.println("The server's files are in " + data);
    return 1;
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
