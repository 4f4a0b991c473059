package io.hyperfleet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Text in columns: the first to the left, figures to the right. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    row(titles);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** A figure with so many digits after the point; a dash if there is none. */
  static String figure(OptionalDouble value, int digits) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble())
        : "-";
  }

  static String figure(double value, int digits) {
    return figure(OptionalDouble.of(value), digits);
  }

  String text() {
    return rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String format = column == 0 ? "%-" + width(column) + "s" : "  %" + width(column) + "s";
      line.append(format.formatted(row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
