package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Setting;
import io.hyperfleet.server.configuration.Settings;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The pages that explain the command line, written from the same tables that rule it. */
final class Help {

  private static final String PROGRAM =
      """
      hyperfleet-api keeps the desired state of a fleet of Kubernetes clusters.

      Usage: hyperfleet-api <command> [flags]

      Commands:
      %s
      hyperfleet-api <command> --help lists the flags of a command.
      """;

  private static final String COMMAND =
      """
      %s

      Usage: hyperfleet-api %s [flags]

      %s
      %sFlags:
      %s""";

  private static final String SETTINGS =
      """
      A flag beats its environment variable, which beats the configuration file, which beats the
      default. The variable of a key is HYPERFLEET_ and its path in capitals (server.port is
      HYPERFLEET_SERVER_PORT); with _FILE at the end it names a file that holds the value. Give
      passwords that way: the list of processes shows flags to every user of the machine.

      """;

  private static final String SERVE =
      """
      Runs until SIGTERM or SIGINT. With nothing said about a database, it starts a PostgreSQL of
      its own for development.
      """;

  private static final String CONFIG =
      """
      Takes what serve takes and starts nothing. Secrets are redacted. Exits with 0 if serve would
      accept the configuration, with 1 and a line for each fault if not. Check also reads the file
      with the schemas of specs, and prints the collections that the declared kinds make.
      """;

  private static final String SIMULATE =
      """
      Needs an API that listens, such as serve in another terminal. Creates clusters and node pools,
      changes, deletes and replaces some, and plays Sentinel and the adapters until everything is
      reconciled; then deletes all that it created. Ctrl-C goes on with the deletion, a second one
      ends at once. Prints a table of requests, latencies and times, and exits with 0 if everything
      got there, 1 if not or if an answer was not as it should be, 2 if the command line is wrong.
      """;

  private static final String LINE = "  %-28s %s%n";

  private Help() {}

  static String of(Command command) {
    return command.takesFlags()
        ? COMMAND.formatted(
            command.summary(),
            command.words(),
            details(command),
            takesSettings(command) ? SETTINGS : "",
            flags(command))
        : PROGRAM.formatted(commands());
  }

  private static String commands() {
    return Arrays.stream(Command.values())
        .map(command -> LINE.formatted(command.words(), command.summary()))
        .collect(Collectors.joining());
  }

  private static String details(Command command) {
    return switch (command) {
      case SERVE -> SERVE;
      case SIMULATE -> SIMULATE;
      case MIGRATE_PLAN ->
          """
          Runs each pending script in one transaction that is rolled back. Tables are locked for as
          long as that lasts. A script that cannot run in a transaction is listed and left out.
          Exits with 0 if all of them run, 1 if one fails.
          """;
      case MIGRATE_UNLOCK ->
          """
          Prints the session that holds the migration lock. With --terminate and the process that
          it printed, ends that session and all others of the same migrator. What they were doing
          is rolled back. Exits with 0, or with 1 if that process is not the holder.
          """;
      case MIGRATE_VALIDATE, MIGRATE_INFO ->
          """
          Changes nothing. Exits with 1 if the history cannot be read; validate also if anything is
          pending or has to be mended. Else with 0.
          """;
      case CONFIG_SHOW, CONFIG_CHECK -> CONFIG;
      default ->
          """
          May run beside others and beside serve: one of them does the work, the rest wait for it.
          Exits with 0 if the tables are up to date, 1 if not, 2 if the command line is wrong.
          """;
    };
  }

  private static boolean takesSettings(Command command) {
    return Settings.ALL.stream().anyMatch(command::needs);
  }

  private static String flags(Command command) {
    String own =
        command.flags().stream()
            .map(flag -> LINE.formatted(flag.name(), flag.description()))
            .collect(Collectors.joining());
    return own
        + Settings.ALL.stream()
            .filter(command::needs)
            .filter(setting -> setting.flag().isPresent())
            .map(Help::line)
            .collect(Collectors.joining());
  }

  private static String line(Setting setting) {
    String shownDefault =
        setting.defaultValue().isEmpty() ? "" : " [" + setting.defaultValue() + "]";
    return LINE.formatted(String.join(", ", setting.flags()), setting.description() + shownDefault);
  }
}
