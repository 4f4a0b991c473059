package io.hyperfleet.server.launcher;

import io.hyperfleet.server.config.Setting;
import io.hyperfleet.server.config.Settings;
import java.util.stream.Collectors;

/** The pages that explain the command line, written from the same table that rules it. */
final class Help {

  private static final String PROGRAM =
      """
      hyperfleet-api keeps the desired state of a fleet of Kubernetes clusters.

      Usage: hyperfleet-api <command> [flags]

      Commands:
        serve     Run the API, its health probes and its metrics
        version   Print what was built, and from what
        help      Print this page

      hyperfleet-api serve --help lists the flags.
      """;

  private static final String SERVE =
      """
      Runs the API, its health probes and its metrics until SIGTERM or SIGINT.

      Usage: hyperfleet-api serve [flags]

      A flag beats its environment variable, which beats the configuration file, which beats the
      default. The variable of a key is HYPERFLEET_ and its path in capitals (server.port is
      HYPERFLEET_SERVER_PORT); with _FILE at the end it names a file that holds the value.
      With nothing said about a database, serve starts a PostgreSQL of its own for development.

      Flags:
      %s""";

  private static final String LINE = "  %-28s %s%n";

  private Help() {}

  static String of(Command command) {
    return command == Command.SERVE ? SERVE.formatted(flags()) : PROGRAM;
  }

  private static String flags() {
    String files =
        LINE.formatted("--config", "YAML file [/etc/hyperfleet/config.yaml, configs/config.yaml]")
            + LINE.formatted(
                CommandLine.DATA_DIR_FLAG, "Where to write (or HYPERFLEET_DATA_DIR) [data]");
    return files + Settings.ALL.stream().map(Help::line).collect(Collectors.joining());
  }

  private static String line(Setting setting) {
    String shownDefault =
        setting.defaultValue().isEmpty() ? "" : " [" + setting.defaultValue() + "]";
    return LINE.formatted(String.join(", ", setting.flags()), setting.description() + shownDefault);
  }
}
