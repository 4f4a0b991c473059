package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.simulator.SimulationFlag;
import java.util.List;

/** What a command can be told that is no setting. */
record Flag(String name, String description) {

  static final Flag CONFIG =
      new Flag(
          ConfigurationResolver.CONFIG_FLAG,
          "YAML file [/etc/hyperfleet/config.yaml, configs/config.yaml]");
  static final Flag DATA_DIR =
      new Flag("--data-dir", "Where to write (or HYPERFLEET_DATA_DIR) [data]");
  static final Flag OUTPUT = new Flag("--output", "text, or json for machines [text]");
  static final Flag TERMINATE =
      new Flag("--terminate", "End this process of the database, if it is the holder");

  static final List<Flag> SIMULATION =
      SimulationFlag.all().stream().map(it -> new Flag(it.flag(), it.description())).toList();
}
