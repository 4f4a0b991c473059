package io.hyperfleet.server.config;

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
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file, read key by key and strictly: a key that nobody knows is a fault, not a comment. */
final class ConfigFile {

  private final Path file;
  private final Set<String> known = new TreeSet<>();
  private final Set<String> groups = new TreeSet<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ConfigFile(Path file, List<Setting> settings) {
    this.file = file;
    for (Setting setting : settings) {
      known.add(setting.path());
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
      throw new UnreadableFileException(location(e.getProblemMark()) + ": " + e.getProblem());
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
    } else if (!known.contains(path)) {
      faults.add(where + ": unknown key " + path + suggestion(path));
    } else if (!(entry.getValueNode() instanceof ScalarNode value)) {
      faults.add(where + ": " + path + " must be a single value");
    } else if (!isNull(value) && values.put(path, value.getValue()) != null) {
      faults.add(where + ": " + path + " is there twice");
    }
  }

  private String suggestion(String path) {
    Set<String> candidates = new TreeSet<>(known);
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

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("not YAML");
  }
}
