package io.hyperfleet.server.launcher;

import io.hyperfleet.cel.CelConditionExpressions;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.schema.OpenApiSpecSchemas;
import io.hyperfleet.schema.SchemaFileException;
import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.Configuration.Entry;
import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.ReferenceTable;
import io.hyperfleet.server.configuration.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The commands on the configuration: what serve would read, without serving. */
final class Config {

  private static final String SCHEMA_PATH = "server.openapi_schema_path";

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Config(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Answers the exit code; a configuration that is wrong ends it by itself. */
  int run(Command command, Map<String, String> flags) {
    if (command == Command.CONFIG_REFERENCE) {
      ReferenceTable.lines().forEach(out::println);
      return 0;
    }
    boolean forMachines = isForMachines(command, flags.getOrDefault(Flag.OUTPUT.name(), "text"));
    Configuration configuration =
        new ConfigurationResolver(
                environment,
                ConfigurationResolver.USUAL_FILES,
                Settings.ALL,
                new CelConditionExpressions())
            .resolve(flags);
    configuration.warnings().forEach(warning -> err.println("hyperfleet-api: warning: " + warning));
    if (command == Command.CONFIG_CHECK) {
      KindCatalogue kinds = configuration.kinds();
      checkSchemas(configuration, kinds);
      show(new KindRoutes(kinds), forMachines);
    } else if (forMachines) {
      out.println(JsonText.of(json(configuration)));
    } else {
      ConfigurationText.table(configuration).forEach(out::println);
    }
    return 0;
  }

  /** As serve does when it has started. */
  private void checkSchemas(Configuration configuration, KindCatalogue kinds) {
    String file = configuration.text(SCHEMA_PATH);
    if (file.isEmpty()) {
      return;
    }
    ConsoleLog.install(err, configuration.forServer("logging.level"));
    try {
      OpenApiSpecSchemas.load(Path.of(file), kinds.all());
    } catch (SchemaFileException e) {
      throw new Failure(SCHEMA_PATH + " is not usable: " + e.getMessage(), e);
    }
  }

  private void show(KindRoutes routes, boolean forMachines) {
    if (forMachines) {
      out.println(JsonText.of(routes.json()));
      return;
    }
    out.println("The configuration is valid");
    routes.text().forEach(out::println);
  }

  private static boolean isForMachines(Command command, String output) {
    return switch (output) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw Failure.usage(command.words(), "--output must be text or json, not " + output);
    };
  }

  private static Map<String, Object> json(Configuration configuration) {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (Entry entry : configuration.entries()) {
      Map<String, Object> key = new LinkedHashMap<>();
      key.put("value", entry.value());
      key.put("source", entry.source());
      key.put("origin", entry.origin());
      keys.put(entry.path(), key);
    }
    return keys;
  }
}
