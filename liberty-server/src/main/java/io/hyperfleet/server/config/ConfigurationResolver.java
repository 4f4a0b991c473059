package io.hyperfleet.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what each key holds: a flag beats an environment variable, which beats a file that a
 * variable names, which beats the configuration file, which beats the default.
 */
public final class ConfigurationResolver {

  public static final String CONFIG_FLAG = "--config";

  private static final String CONFIG_VARIABLE = "HYPERFLEET_CONFIG";

  /** Where a configuration file is looked for when nobody names one. */
  public static final List<Path> USUAL_FILES =
      List.of(Path.of("/etc/hyperfleet/config.yaml"), Path.of("configs/config.yaml"));

  private final Map<String, String> environment;
  private final List<Path> usualFiles;
  private final List<Setting> settings;

  public ConfigurationResolver(
      Map<String, String> environment, List<Path> usualFiles, List<Setting> settings) {
    this.environment =
        environment.entrySet().stream()
            .filter(variable -> !variable.getValue().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.usualFiles = List.copyOf(usualFiles);
    this.settings = List.copyOf(settings);
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
    Resolution resolution = new Resolution();
    Map<String, String> file = readFile(flags, resolution);
    Map<String, Found> found = new LinkedHashMap<>();
    for (Setting setting : wanted) {
      find(setting, flags, file, resolution).ifPresent(it -> found.put(setting.path(), it));
    }
    addPartsOfDatabaseUrl(found);
    return resolution.check(wanted, found);
  }

  private Map<String, String> readFile(Map<String, String> flags, Resolution resolution) {
    Optional<String> named =
        Optional.ofNullable(flags.get(CONFIG_FLAG))
            .or(() -> Optional.ofNullable(environment.get(CONFIG_VARIABLE)));
    Optional<Path> path =
        named.map(Path::of).or(() -> usualFiles.stream().filter(Files::exists).findFirst());
    if (path.isEmpty()) {
      return Map.of();
    }
    try {
      ConfigFile file = ConfigFile.read(path.get(), settings);
      resolution.faults.addAll(file.faults());
      return file.values();
    } catch (UnreadableFileException e) {
      if (named.isPresent()) {
        resolution.faults.add(e.getMessage());
      } else {
        resolution.warnings.add(e.getMessage() + " (ignored)");
      }
      return Map.of();
    }
  }

  private Optional<Found> find(
      Setting setting, Map<String, String> flags, Map<String, String> file, Resolution resolution) {
    if (flags.containsKey(setting.flag())) {
      return Optional.of(new Found(flags.get(setting.flag()), Source.FLAG, setting.flag()));
    }
    return inEnvironment(setting, resolution)
        .or(() -> inNamedFile(setting, resolution))
        .or(
            () ->
                Optional.ofNullable(file.get(setting.path()))
                    .map(text -> new Found(text, Source.YAML, "the configuration file")));
  }

  private Optional<Found> inEnvironment(Setting setting, Resolution resolution) {
    Optional<Found> found =
        setting.variables().stream()
            .filter(environment::containsKey)
            .map(name -> new Found(environment.get(name), Source.VARIABLE, name))
            .findFirst();
    found.ifPresent(
        winner ->
            setting.variables().stream()
                .map(ConfigurationResolver::fileVariable)
                .filter(environment::containsKey)
                .forEach(
                    loser ->
                        resolution.warnings.add(
                            "%s and %s are both set: the first one counts"
                                .formatted(winner.origin(), loser))));
    return found;
  }

  private Optional<Found> inNamedFile(Setting setting, Resolution resolution) {
    for (String variable : setting.variables()) {
      String name = fileVariable(variable);
      if (environment.containsKey(name)) {
        return resolution
            .readNamedFile(name, environment.get(name))
            .map(text -> new Found(text, Source.NAMED_FILE, name));
      }
    }
    return Optional.empty();
  }

  private static String fileVariable(String variable) {
    return variable + "_FILE";
  }

  /** A key of its own wins over the URL unless the URL came from a stronger source. */
  private static void addPartsOfDatabaseUrl(Map<String, Found> found) {
    Found url = found.get(Settings.DATABASE_URL.path());
    if (url == null) {
      return;
    }
    Map<String, String> parts;
    try {
      parts = DatabaseUrl.parse(url.text());
    } catch (IllegalArgumentException reportedWithAllOtherFaults) {
      return;
    }
    parts.forEach(
        (path, text) ->
            found.merge(
                path,
                new Found(text, url.source(), url.origin()),
                (own, part) -> own.source().compareTo(part.source()) <= 0 ? own : part));
  }

  /** Strongest first. */
  enum Source {
    FLAG,
    VARIABLE,
    NAMED_FILE,
    YAML
  }

  /**
   * What one source says.
   *
   * @param origin the flag, the variable or the file, for whoever has to mend it
   */
  record Found(String text, Source source, String origin) {}
}
