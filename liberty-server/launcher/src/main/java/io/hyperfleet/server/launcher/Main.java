package io.hyperfleet.server.launcher;

import io.hyperfleet.server.build.BuildStamp;
import io.hyperfleet.server.configuration.ConfigurationException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The program {@code hyperfleet-api}. */
public final class Main {

  private static final String NAME = "hyperfleet-api: ";

  private final Map<String, String> environment;
  private final Installation installation;
  private final PrintStream out;
  private final PrintStream err;

  Main(
      Map<String, String> environment,
      Installation installation,
      PrintStream out,
      PrintStream err) {
    this.environment = environment;
    this.installation = installation;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    Main program =
        new Main(System.getenv(), Installation.fromSystemProperties(), System.out, System.err);
    System.exit(program.run(List.of(arguments)));
  }

  /** Answers the exit code: 0 done, 1 failed, 2 misused. */
  int run(List<String> arguments) {
    try {
      return run(CommandLine.parse(arguments));
    } catch (ConfigurationException e) {
      e.faults().forEach(fault -> err.println(NAME + fault));
      return 1;
    } catch (Failure e) {
      err.println(NAME + e.getMessage());
      return e.exitCode();
    }
  }

  private int run(CommandLine line) {
    if (line.helpWanted()) {
      out.print(Help.of(line.command()));
      return 0;
    }
    return switch (line.command()) {
      case HELP -> printHelp();
      case VERSION -> printVersion(BuildStamp.read());
      case PREPARE -> new Prepare(environment, installation, out).run();
      case CONFIG_SHOW, CONFIG_CHECK, CONFIG_REFERENCE ->
          new Config(environment, out, err).run(line.command(), line.flags());
      case SIMULATE -> new Simulate(out, err).run(line.flags());
      case SERVE -> new Serve(environment, installation, out, err).run(line.flags());
      default -> new Migrate(environment, out, err).run(line.command(), line.flags());
    };
  }

  private int printHelp() {
    out.print(Help.of(Command.HELP));
    return 0;
  }

  private int printVersion(BuildStamp build) {
    out.println("Version:    " + build.version());
    out.println("Commit:     " + build.commit());
    out.println("Build Date: " + build.time());
    return 0;
  }
}
