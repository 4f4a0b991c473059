package io.hyperfleet.server.configuration;

import io.hyperfleet.domain.kind.ConditionExpressions;
import io.hyperfleet.json.yaml.YamlException;
import io.hyperfleet.json.yaml.YamlFile;
import io.hyperfleet.json.yaml.YamlGroup;
import io.hyperfleet.json.yaml.YamlList;
import io.hyperfleet.json.yaml.YamlPlace;
import io.hyperfleet.json.yaml.YamlScalar;
import io.hyperfleet.json.yaml.YamlValue;
import io.hyperfleet.server.configuration.GroupReader.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A YAML file, read key by key and strictly: a key that nobody knows is a fault, not a comment. */
final class ConfigFile {

  private static final String ORIGIN = "the configuration file";

  private final Path file;
  private final ConditionExpressions expressions;
  private final Map<String, Setting> known = new TreeMap<>();
  private final Set<String> groups = new TreeSet<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ConfigFile(Path file, List<Setting> settings, ConditionExpressions expressions) {
    this.file = file;
    this.expressions = expressions;
    for (Setting setting : settings) {
      known.put(setting.path(), setting);
      for (int dot = setting.path().indexOf('.');
          dot > 0;
          dot = setting.path().indexOf('.', dot + 1)) {
        groups.add(setting.path().substring(0, dot));
      }
    }
  }

  /**
   * Reads what the file says about the settings.
   *
   * @throws UnreadableFileException if there is no file, no permission, or no YAML
   */
  static ConfigFile read(Path path, List<Setting> settings, ConditionExpressions expressions)
      throws UnreadableFileException {
    ConfigFile file = new ConfigFile(path, settings, expressions);
    YamlFile yaml = file.parse();
    yaml.faults()
        .forEach(fault -> file.fault(fault.place(), fault.place().path() + " " + fault.problem()));
    yaml.top().ifPresent(file::readGroup);
    return file;
  }

  /** As written, by path. */
  Map<String, Value> values() {
    return values;
  }

  List<String> faults() {
    return faults;
  }

  private YamlFile parse() throws UnreadableFileException {
    try {
      return YamlFile.read(file);
    } catch (YamlException e) {
      throw new UnreadableFileException(location(e.line(), e.column()) + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnreadableFileException(
          "configuration file %s cannot be read: %s".formatted(file, reason(e)));
    }
  }

  private void readGroup(YamlValue value) {
    if (value instanceof YamlGroup group) {
      group.members().values().forEach(this::readMember);
    } else if (!value.isNull()) {
      String path = value.place().path();
      fault(
          value.place(),
          (path.isEmpty() ? "the configuration" : path) + " must be a group of keys");
    }
  }

  private void readMember(YamlGroup.Member member) {
    String path = member.place().path();
    if (groups.contains(path)) {
      readGroup(member.value());
    } else if (!known.containsKey(path)) {
      fault(member.place(), "unknown key " + path + suggestion(path));
    } else if (!member.value().isNull()) {
      readValue(known.get(path), member);
    }
  }

  private void readValue(Setting setting, YamlGroup.Member member) {
    if (setting.type().isListOfGroups()) {
      readGroups(setting, member);
      return;
    }
    text(setting.type(), member.value())
        .ifPresentOrElse(
            text -> values.put(setting.path(), new Value(text, Source.YAML, ORIGIN)),
            () ->
                fault(
                    member.place(),
                    setting.path()
                        + (setting.type().isList()
                            ? " must be a list of words"
                            : " must be a single value")));
  }

  /** Every item has to be a group. */
  private void readGroups(Setting setting, YamlGroup.Member member) {
    if (!(member.value() instanceof YamlList list)) {
      fault(member.place(), setting.path() + " must be a list");
      return;
    }
    List<YamlGroup> items = new ArrayList<>();
    for (YamlValue item : list.items()) {
      if (item instanceof YamlGroup group) {
        items.add(group);
      } else {
        fault(item.place(), item.place().path() + " must be a group of keys");
      }
    }
    List<Fault> wrong =
        setting.path().equals(DeclaredKinds.PATH)
            ? DeclaredKinds.faults(items, expressions)
            : List.of();
    wrong.forEach(it -> fault(it.place(), it.problem()));
    try {
      values.put(setting.path(), Value.ofGroups(list.json().toString(), items, ORIGIN));
    } catch (YamlException e) {
      faults.add(location(e.line(), e.column()) + ": " + e.getMessage());
    }
  }

  /** A list of words becomes one text. */
  private static Optional<String> text(ValueType type, YamlValue value) {
    if (value instanceof YamlList list) {
      return type.isList() ? words(list.items()) : Optional.empty();
    }
    return value instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static Optional<String> words(List<YamlValue> items) {
    List<String> words = new ArrayList<>();
    for (YamlValue item : items) {
      if (!(item instanceof YamlScalar word) || word.text().contains(",")) {
        return Optional.empty();
      }
      words.add(word.text());
    }
    return Optional.of(String.join(",", words));
  }

  private String suggestion(String path) {
    Set<String> candidates = new TreeSet<>(known.keySet());
    candidates.addAll(groups);
    return Spelling.suggestion(path, candidates);
  }

  private void fault(YamlPlace place, String problem) {
    faults.add(location(place.line(), place.column()) + ": " + problem);
  }

  private String location(int line, int column) {
    return line == 0 ? file.toString() : "%s:%d:%d".formatted(file, line, column);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.toString();
  }
}
