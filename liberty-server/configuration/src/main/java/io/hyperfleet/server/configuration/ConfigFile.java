package io.hyperfleet.server.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file, read key by key and strictly: a key that nobody knows is a fault, not a comment. */
final class ConfigFile {

  private final Path file;
  private final Map<String, Setting> known = new TreeMap<>();
  private final Set<String> groups = new TreeSet<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ConfigFile(Path file, List<Setting> settings) {
    this.file = file;
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
  static ConfigFile read(Path path, List<Setting> settings) throws UnreadableFileException {
    ConfigFile file = new ConfigFile(path, settings);
    file.parse().ifPresent(root -> file.readGroup("", root));
    return file;
  }

  /** As written: paths to raw values. */
  Map<String, String> values() {
    return values;
  }

  List<String> faults() {
    return faults;
  }

  private Optional<Node> parse() throws UnreadableFileException {
    LoadSettings yaml = LoadSettings.builder().setLabel(file.toString()).build();
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Compose(yaml).composeReader(reader);
    } catch (MarkedYamlEngineException e) {
      throw new UnreadableFileException(location(e.getProblemMark()) + ": " + withoutText(e));
    } catch (YamlEngineException e) {
      throw new UnreadableFileException(file + ": " + firstLine(e.getMessage()));
    } catch (IOException e) {
      throw new UnreadableFileException(
          "configuration file %s cannot be read: %s".formatted(file, reason(e)));
    }
  }

  private void readGroup(String group, Node node) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        readEntry(group, entry);
      }
    } else if (!isNull(node)) {
      String name = group.isEmpty() ? "the configuration" : group;
      faults.add(location(node.getStartMark()) + ": " + name + " must be a group of keys");
    }
  }

  private void readEntry(String group, NodeTuple entry) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    String path = group.isEmpty() ? key : group + "." + key;
    String where = location(entry.getKeyNode().getStartMark());
    if (groups.contains(path)) {
      readGroup(path, entry.getValueNode());
    } else if (!known.containsKey(path)) {
      faults.add(where + ": unknown key " + path + suggestion(path));
    } else if (!isNull(entry.getValueNode())) {
      readValue(known.get(path), entry.getValueNode(), where);
    }
  }

  private void readValue(Setting setting, Node node, String where) {
    Optional<String> text = text(setting.type(), node);
    if (text.isEmpty()) {
      faults.add("%s: %s must be %s".formatted(where, setting.path(), shape(setting.type())));
    } else if (values.put(setting.path(), text.get()) != null) {
      faults.add("%s: %s is there twice".formatted(where, setting.path()));
    }
  }

  /** A list becomes one text, a list of groups only the number of them. */
  private static Optional<String> text(ValueType type, Node node) {
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      if (type.isListOfGroups()) {
        return Optional.of(items.isEmpty() ? ValueType.NO_GROUPS : "[" + items.size() + "]");
      }
      return type.isList() ? words(items) : Optional.empty();
    }
    return node instanceof ScalarNode scalar && !type.isListOfGroups()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private static Optional<String> words(List<Node> items) {
    List<String> words = new ArrayList<>();
    for (Node item : items) {
      if (!(item instanceof ScalarNode word) || word.getValue().contains(",")) {
        return Optional.empty();
      }
      words.add(word.getValue());
    }
    return Optional.of(String.join(",", words));
  }

  private static String shape(ValueType type) {
    if (type.isListOfGroups()) {
      return "a list";
    }
    return type.isList() ? "a list of words" : "a single value";
  }

  private String suggestion(String path) {
    Set<String> candidates = new TreeSet<>(known.keySet());
    candidates.addAll(groups);
    return Spelling.suggestion(path, candidates);
  }

  private String location(Optional<Mark> mark) {
    return mark.map(at -> "%s:%d:%d".formatted(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(file.toString());
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.toString();
  }

  /** A value that starts with an asterisk or an exclamation mark is quoted, and may be a secret. */
  private static String withoutText(MarkedYamlEngineException e) {
    return e.getProblem().replaceFirst("(?s)( alias| handle) .*", "$1; some values need quotes");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("not YAML");
  }
}
