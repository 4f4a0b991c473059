package io.hyperfleet.server.configuration;

import io.hyperfleet.json.yaml.YamlGroup;
import io.hyperfleet.json.yaml.YamlList;
import io.hyperfleet.json.yaml.YamlPlace;
import io.hyperfleet.json.yaml.YamlScalar;
import io.hyperfleet.json.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A group of keys, read strictly: what a key holds has its type, and a key that nobody asks for is
 * at fault. One that is missing, or says nothing, is empty, zero or false.
 */
final class GroupReader {

  private static final String MISSING = "?";

  /**
   * Something at one place that cannot be taken.
   *
   * @param problem a sentence that names what it is about
   */
  record Fault(YamlPlace place, String problem) {}

  private final YamlGroup group;
  private final Consumer<Fault> faults;
  private final Set<String> asked = new TreeSet<>();

  GroupReader(YamlGroup group, Consumer<Fault> faults) {
    this.group = group;
    this.faults = faults;
  }

  /** A text that must be there; something else stands in for it if it is not. */
  String required(String key) {
    return required(key, group.place().path() + "." + key + " is missing");
  }

  String required(String key, String problem) {
    boolean isThere =
        value(key)
            .filter(it -> !(it instanceof YamlScalar scalar && scalar.text().isEmpty()))
            .isPresent();
    if (!isThere) {
      faults.accept(new Fault(group.place(), problem));
    }
    String text = text(key);
    return text.isEmpty() ? MISSING : text;
  }

  String text(String key) {
    return scalar(key, YamlScalar.Type.TEXT, "must be a text; a number or a switch needs quotes")
        .filter(this::canBeShown)
        .map(YamlScalar::text)
        .orElse("");
  }

  boolean isOn(String key) {
    return scalar(key, YamlScalar.Type.BOOLEAN, "must be true or false")
        .map(YamlScalar::text)
        .filter(Boolean::parseBoolean)
        .isPresent();
  }

  int count(String key) {
    String rule = "must be a whole number of at least 0";
    Optional<YamlScalar> number = scalar(key, YamlScalar.Type.NUMBER, rule);
    if (number.isPresent() && !number.get().text().matches("[0-9]{1,9}")) {
      fault(number.get(), rule);
      return 0;
    }
    return number.map(YamlScalar::text).map(Integer::valueOf).orElse(0);
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items(key)) {
      if (item instanceof YamlScalar text && isWord(text)) {
        texts.add(text.text());
      } else {
        fault(item, "must be a text that is not empty");
      }
    }
    return texts;
  }

  List<GroupReader> groups(String key) {
    List<GroupReader> groups = new ArrayList<>();
    for (YamlValue item : items(key)) {
      asGroup(item).ifPresent(groups::add);
    }
    return groups;
  }

  /** One that is missing has nothing in it. */
  Optional<GroupReader> group(String key) {
    return value(key).flatMap(this::asGroup);
  }

  /** To be called when everything was asked for. */
  void refuseOthers() {
    group.members().values().stream()
        .map(YamlGroup.Member::place)
        .filter(place -> !asked.contains(place.step()))
        .forEach(
            place ->
                faults.accept(
                    new Fault(
                        place,
                        "unknown key " + place.path() + Spelling.suggestion(place.step(), asked))));
  }

  /** What this key holds breaks a rule that only the caller knows. */
  void refuse(String key, String problem) {
    value(key).ifPresent(value -> fault(value, problem));
  }

  private List<YamlValue> items(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !(value.get() instanceof YamlList)) {
      fault(value.get(), "must be a list");
    }
    return value
        .filter(YamlList.class::isInstance)
        .map(list -> ((YamlList) list).items())
        .orElse(List.of());
  }

  private Optional<GroupReader> asGroup(YamlValue value) {
    if (value instanceof YamlGroup inner) {
      return Optional.of(new GroupReader(inner, faults));
    }
    fault(value, "must be a group of keys");
    return Optional.empty();
  }

  private Optional<YamlScalar> scalar(String key, YamlScalar.Type type, String rule) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !(value.get() instanceof YamlScalar scalar && scalar.type() == type)) {
      fault(value.get(), rule);
      return Optional.empty();
    }
    return value.map(YamlScalar.class::cast);
  }

  private Optional<YamlValue> value(String key) {
    asked.add(key);
    return Optional.ofNullable(group.members().get(key))
        .map(YamlGroup.Member::value)
        .filter(value -> !value.isNull());
  }

  private boolean isWord(YamlScalar scalar) {
    return scalar.type() == YamlScalar.Type.TEXT && !scalar.text().isEmpty() && canBeShown(scalar);
  }

  /** Else it could neither be written to a log nor be read again from it. */
  private boolean canBeShown(YamlScalar scalar) {
    boolean can =
        scalar.text().codePoints().allMatch(it -> "\t\n\r".indexOf(it) >= 0 || isPrintable(it));
    if (!can) {
      fault(scalar, "must not hold control characters");
    }
    return can;
  }

  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE
        && (codePoint & 0xFFFE) != 0xFFFE;
  }

  private void fault(YamlValue value, String problem) {
    faults.accept(new Fault(value.place(), value.place().path() + " " + problem));
  }
}
