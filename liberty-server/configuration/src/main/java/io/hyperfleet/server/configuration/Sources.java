package io.hyperfleet.server.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that was said, by whom. */
final class Sources {

  static final String FILE_SUFFIX = "_FILE";

  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Map<String, Value> file;
  private final Findings findings;

  /**
   * These sources.
   *
   * @param flags values by the first spelling of their flag
   * @param environment without variables that are set to nothing
   * @param file values by path
   */
  Sources(
      Map<String, String> flags,
      Map<String, String> environment,
      Map<String, Value> file,
      Findings findings) {
    this.flags = flags;
    this.environment = environment;
    this.file = file;
    this.findings = findings;
  }

  /** A named file is read, and missed, only if nobody stronger spoke. */
  Optional<Value> strongest(Setting setting) {
    return Stream.<Supplier<Optional<Value>>>of(
            () -> inFlags(setting),
            () -> inEnvironment(setting),
            () -> inNamedFile(setting),
            () -> inFile(setting))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where more people can see it than in a file of its own. */
  Stream<Value> inTheOpen(Setting setting) {
    return Stream.of(inFlags(setting), inEnvironment(setting), inFile(setting))
        .flatMap(Optional::stream);
  }

  void warnOfLosers(Setting setting) {
    inEnvironment(setting)
        .ifPresent(
            winner ->
                setting.variables().stream()
                    .map(name -> name + FILE_SUFFIX)
                    .filter(environment::containsKey)
                    .forEach(
                        loser ->
                            findings.warning(
                                "%s and %s are both set: the first one counts"
                                    .formatted(winner.origin(), loser))));
  }

  private Optional<Value> inFlags(Setting setting) {
    return setting
        .flag()
        .filter(flags::containsKey)
        .map(flag -> new Value(flags.get(flag), Source.FLAG, flag));
  }

  private Optional<Value> inEnvironment(Setting setting) {
    return setting.variables().stream()
        .filter(environment::containsKey)
        .map(name -> new Value(environment.get(name), Source.VARIABLE, name))
        .findFirst();
  }

  private Optional<Value> inNamedFile(Setting setting) {
    return setting.variables().stream()
        .map(name -> name + FILE_SUFFIX)
        .filter(environment::containsKey)
        .findFirst()
        .flatMap(this::readNamedFile);
  }

  private Optional<Value> inFile(Setting setting) {
    return Optional.ofNullable(file.get(setting.path()));
  }

  /** The content may be a secret, so that nothing but the name is ever shown. */
  private Optional<Value> readNamedFile(String variable) {
    String path = environment.get(variable);
    try {
      String text = Files.readString(Path.of(path)).strip();
      return Optional.of(new Value(text, Source.NAMED_FILE, variable));
    } catch (IOException e) {
      findings.fault("%s names a file that cannot be read: %s".formatted(variable, path));
      return Optional.empty();
    }
  }
}
