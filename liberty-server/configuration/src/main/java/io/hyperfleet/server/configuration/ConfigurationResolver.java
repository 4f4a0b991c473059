package io.hyperfleet.server.configuration;

import io.hyperfleet.domain.kind.ConditionExpressions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what each key holds: a flag beats an environment variable, which beats a file that a
 * variable names, which beats the configuration file, which beats the default.
 */
public final class ConfigurationResolver {

  public static final String CONFIG_FLAG = "--config";

  private static final String PREFIX = "HYPERFLEET_";
  private static final String CONFIG_VARIABLE = PREFIX + "CONFIG";

  /** Where a configuration file is looked for when nobody names one. */
  public static final List<Path> USUAL_FILES =
      List.of(Path.of("/etc/hyperfleet/config.yaml"), Path.of("configs/config.yaml"));

  private final Map<String, String> environment;
  private final List<Path> usualFiles;
  private final List<Setting> settings;
  private final ConditionExpressions expressions;

  /** For whoever has no engine: expressions are taken as they are. */
  public ConfigurationResolver(
      Map<String, String> environment, List<Path> usualFiles, List<Setting> settings) {
    this(environment, usualFiles, settings, (kind, rule) -> List.of());
  }

  public ConfigurationResolver(
      Map<String, String> environment,
      List<Path> usualFiles,
      List<Setting> settings,
      ConditionExpressions expressions) {
    this.environment =
        environment.entrySet().stream()
            .filter(variable -> !variable.getValue().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.usualFiles = List.copyOf(usualFiles);
    this.settings = List.copyOf(settings);
    this.expressions = expressions;
  }

  /**
   * Reads every source and checks every value.
   *
   * @param flags values by the first spelling of their flag
   * @throws ConfigurationException with all faults at once
   */
  public Configuration resolve(Map<String, String> flags) {
    return resolve(flags, setting -> true);
  }

  /**
   * The same for a command that needs some of the keys only. The others may hold anything, but a
   * file may still have no key that nobody knows.
   */
  public Configuration resolve(Map<String, String> flags, Predicate<Setting> needed) {
    List<Setting> wanted = settings.stream().filter(needed).toList();
    Findings findings = new Findings();
    Sources sources = new Sources(flags, environment, readFile(flags, findings), findings);
    Map<String, Value> found = new LinkedHashMap<>();
    for (Setting setting : wanted) {
      sources.strongest(setting).ifPresent(value -> found.put(setting.path(), value));
      sources.warnOfLosers(setting);
    }
    warnOfUnreadVariables(findings);
    new SecretsInFiles(sources, findings).check(wanted, found);
    new OtherSpellings(found, findings).translate();
    return new Resolution(wanted, findings).of(found);
  }

  /** Only of near misses, since a platform puts variables of its own under the same prefix. */
  private void warnOfUnreadVariables(Findings findings) {
    Set<String> known = new TreeSet<>(Set.of(CONFIG_VARIABLE));
    for (Setting setting : settings) {
      known.addAll(setting.variables());
      setting.variables().forEach(name -> known.add(name + Sources.FILE_SUFFIX));
      String unread = Setting.variableOf(setting.path());
      if (setting.variables().isEmpty() && environment.containsKey(unread)) {
        findings.warning("%s is not read: %s".formatted(unread, setting.waysToSet()));
      }
    }
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .forEach(name -> warnOfMisspelling(name, known, findings));
  }

  private static void warnOfMisspelling(String name, Set<String> known, Findings findings) {
    Spelling.nearest(name, known)
        .ifPresent(
            near -> findings.warning("%s is not known, did you mean %s?".formatted(name, near)));
  }

  private Map<String, Value> readFile(Map<String, String> flags, Findings findings) {
    Optional<String> named =
        Optional.ofNullable(flags.get(CONFIG_FLAG))
            .or(() -> Optional.ofNullable(environment.get(CONFIG_VARIABLE)));
    Optional<Path> path =
        named.map(Path::of).or(() -> usualFiles.stream().filter(Files::exists).findFirst());
    if (path.isEmpty()) {
      return Map.of();
    }
    try {
      ConfigFile file = ConfigFile.read(path.get(), settings, expressions);
      file.faults().forEach(findings::fault);
      return file.values();
    } catch (UnreadableFileException e) {
      if (named.isPresent()) {
        findings.fault(e.getMessage());
      } else {
        findings.warning(e.getMessage() + " (ignored)");
      }
      return Map.of();
    }
  }
}
