package io.hyperfleet.server.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all keys, as the documents show it. */
public final class ReferenceTable {

  private static final List<String> HEAD =
      List.of(
          "| key | variable | flag | default | must be | what it is |",
          "|---|---|---|---|---|---|");

  private ReferenceTable() {}

  /** Lines of Markdown. */
  public static List<String> lines() {
    return Stream.concat(HEAD.stream(), Settings.ALL.stream().map(ReferenceTable::row)).toList();
  }

  private static String row(Setting setting) {
    List<String> cells =
        List.of(
            code(Optional.of(setting.path())),
            code(setting.variable()),
            code(setting.flag()),
            code(Optional.of(setting.defaultValue()).filter(text -> !text.isEmpty())),
            setting.type().rule(),
            setting.description() + remark(setting));
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", ""));
  }

  private static String remark(Setting setting) {
    String others =
        setting.variables().stream()
            .skip(1)
            .map("; `%s` is read too"::formatted)
            .reduce("", String::concat);
    String missing = setting.support().isMissing() ? " **Not available yet.**" : "";
    String inert = setting.support() == Support.WITHOUT_EFFECT ? " **Without effect.**" : "";
    return others + "." + missing + inert;
  }

  private static String code(Optional<String> text) {
    return text.map("`%s`"::formatted).orElse("");
  }
}
