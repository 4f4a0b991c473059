package io.hyperfleet.server.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up configurations from what the reference says about each key, right ones and wrong ones.
 */
public final class RandomConfigurations {

  private static final int MOST_KEYS = 10;
  private static final int RIGHT_PERCENT = 92;
  private static final Pattern RANGE = Pattern.compile(".*from (\\S+) to (\\S+)");
  private static final Pattern AT_LEAST = Pattern.compile(".*of at least (\\d+)");

  private final Random random;
  private final List<Setting> settings;

  RandomConfigurations(long seed, List<Setting> settings) {
    this.random = new Random(seed);
    this.settings = settings;
  }

  /** Some that are accepted, as values by path, in the spelling of the program. */
  public static List<Map<String, String>> accepted(
      long seed, int count, Predicate<String> allowed) {
    List<Setting> settings =
        Settings.ALL.stream()
            .filter(it -> allowed.test(it.path()) && !it.support().isMissing())
            .toList();
    RandomConfigurations random = new RandomConfigurations(seed, settings);
    List<Map<String, String>> accepted = new ArrayList<>();
    while (accepted.size() < count) {
      Map<String, String> values = new TreeMap<>();
      for (Setting setting : settings) {
        values.put(setting.path(), setting.type().read(random.right(setting)));
      }
      if (accepts(environment(values))) {
        accepted.add(values);
      }
    }
    return accepted;
  }

  /** The same values, by variable. */
  public static Map<String, String> environment(Map<String, String> values) {
    Map<String, String> environment = new TreeMap<>();
    values.forEach((path, text) -> environment.put(Setting.variableOf(path), text));
    return environment;
  }

  /** Values by path, as groups within groups. */
  static String yaml(Map<String, String> values) {
    List<String> members = new ArrayList<>();
    Map<String, Map<String, String>> groups = new TreeMap<>();
    values.forEach(
        (path, value) -> {
          int dot = path.indexOf('.');
          if (dot < 0) {
            members.add(path + ": " + value);
          } else {
            groups
                .computeIfAbsent(path.substring(0, dot), group -> new TreeMap<>())
                .put(path.substring(dot + 1), value);
          }
        });
    groups.forEach((name, group) -> members.add(name + ": " + yaml(group)));
    return "{" + String.join(", ", members) + "}";
  }

  /** What some random keys are said to hold, each by one random source. */
  List<Said> next() {
    List<Setting> left = new ArrayList<>(settings);
    List<Said> said = new ArrayList<>();
    for (int count = random.nextInt(MOST_KEYS + 1); count > 0; count--) {
      said.add(say(left.remove(random.nextInt(left.size()))));
    }
    return said;
  }

  private Said say(Setting setting) {
    boolean right = random.nextInt(100) < RIGHT_PERCENT || wrongs(setting).isEmpty();
    String text = right ? right(setting) : pick(wrongs(setting));
    List<Source> sources = new ArrayList<>(List.of(Source.YAML));
    setting.flag().ifPresent(flag -> sources.add(Source.FLAG));
    if (setting.variable().isPresent()) {
      sources.add(Source.NAMED_FILE);
      // There, an empty text says nothing.
      if (!text.isEmpty()) {
        sources.add(Source.VARIABLE);
      }
    }
    return new Said(setting, text, right, pick(sources), random.nextInt(9));
  }

  private String right(Setting setting) {
    if (setting.support().isMissing()) {
      return setting.defaultValue();
    }
    String rule = setting.type().rule().replaceFirst(", or empty$", "");
    if (rule.startsWith("one of ")) {
      return pick(Arrays.asList(rule.substring("one of ".length()).split(", ")));
    }
    return switch (rule) {
      case "true or false" -> pick(List.of("true", "false", "1", "0", "t", "F"));
      case "any text" -> pick(List.of("", "x", "a 'b\" = @ ü \\ #"));
      case "the path of a file" -> "no-such-file.pem";
      case "a list of groups of keys" -> ValueType.NO_GROUPS;
      case "a text that is not empty" -> pick(List.of("x", "Fleet 'DB\" = @ ü \\ #"));
      case "a host name or an IP address" -> pick(List.of("localhost", "db-1.x.org", "::1"));
      case DatabaseUrl.RULE -> pick(List.of("postgresql://u:p%40@h:1/N?sslmode=require"));
      default -> rule.startsWith("a name of ") ? pick(List.of("app", "_x1")) : inRange(rule);
    };
  }

  private String inRange(String rule) {
    Matcher atLeast = AT_LEAST.matcher(rule);
    if (atLeast.matches()) {
      return Integer.toString(Integer.parseInt(atLeast.group(1)) + random.nextInt(99));
    }
    Matcher range = RANGE.matcher(rule);
    if (!range.matches()) {
      throw new AssertionError("no values are known for a rule such as: " + rule);
    }
    if (!rule.startsWith("a duration")) {
      int least = Integer.parseInt(range.group(1));
      return Integer.toString(least + random.nextInt(Integer.parseInt(range.group(2)) - least + 1));
    }
    long least = GoDuration.parse(range.group(1)).toMillis();
    long most = Math.min(GoDuration.parse(range.group(2)).toMillis(), least + 60_000);
    return GoDuration.format(Duration.ofMillis(least + random.nextLong(most - least + 1)));
  }

  private static List<String> wrongs(Setting setting) {
    String rule = setting.type().rule();
    if (setting.support().isMissing()) {
      return setting.type().isSwitch() ? List.of("true", "yes") : List.of();
    }
    if (rule.startsWith("any text")
        || rule.startsWith("the path ")
        || setting.type().isListOfGroups()) {
      return List.of();
    }
    if (rule.equals("a text that is not empty")) {
      return List.of("");
    }
    return List.of("no such 'thing\"", "-1");
  }

  private static boolean accepts(Map<String, String> environment) {
    try {
      new ConfigurationResolver(environment, List.of(), Settings.ALL).resolve(Map.of());
      return true;
    } catch (ConfigurationException refused) {
      return false;
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * One statement about one key.
   *
   * @param choice which of its names is used, if there are more
   */
  record Said(Setting setting, String text, boolean right, Source source, int choice) {

    /** Says it. */
    void to(Resolving resolving, Map<String, String> yaml) {
      switch (source) {
        case FLAG -> resolving.flag(setting.flag().orElseThrow(), text);
        case VARIABLE -> resolving.variable(variable(), text);
        case NAMED_FILE ->
            resolving.variable(variable() + "_FILE", resolving.file(setting.path(), text));
        default -> yaml.put(setting.path(), spelled());
      }
    }

    /** Whether one of these says something else about the same key, and is heard instead. */
    boolean isOverruled(List<Said> others) {
      return others.stream()
          .filter(other -> other.source.compareTo(source) < 0)
          .anyMatch(
              other ->
                  switch (other.setting.path()) {
                    case "database.url" ->
                        setting.path().matches("database\\.(host|port|name|username|ssl\\.mode)");
                    case "database.pool.size" ->
                        setting.path().matches("database\\.pool\\.max_(idle_)?connections");
                    default -> false;
                  });
    }

    @Override
    public String toString() {
      return "%s %s from %s".formatted(setting.path(), text, source);
    }

    private String variable() {
      return setting.variables().get(choice % setting.variables().size());
    }

    private String spelled() {
      return setting.type().isListOfGroups() ? text : "'" + text.replace("'", "''") + "'";
    }
  }
}
