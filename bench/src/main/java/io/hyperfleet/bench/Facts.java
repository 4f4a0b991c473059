package io.hyperfleet.bench;

import io.hyperfleet.bench.scenario.Surroundings;
import io.hyperfleet.bench.started.Distribution;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a reader must know of a run before comparing it with another. */
final class Facts {

  private final Options options;
  private final double loadBefore = load();

  Facts(Options options) {
    this.options = options;
  }

  Map<String, String> of(Distribution distribution, Surroundings surroundings) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("server", distribution.home().toString());
    facts.put("java", Runtime.version().toString());
    facts.put("postgres", surroundings.database().version());
    facts.put("requests by", surroundings.http().name());
    facts.put("statements by", surroundings.sql().name());
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("load before", String.format(Locale.ROOT, "%.2f", loadBefore));
    facts.put("clusters", String.valueOf(options.clusters()));
    facts.put("connections", String.valueOf(options.connections()));
    facts.put("warm-up seconds", seconds(options.warmup().toMillis()));
    facts.put("rounds", String.valueOf(options.rounds()));
    facts.put("seconds each", seconds(options.duration().toMillis()));
    return facts;
  }

  /** Programs that wanted a processor in the last minute; what others did before this run began. */
  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }
}
