package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes a value in one of the many ways in which it can be written next to a field. */
final class SearchValueWriter {

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*Z)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Random random;

  SearchValueWriter(Random random) {
    this.random = random;
  }

  List<String> write(SearchField field, SearchValue value) {
    if (value instanceof Text text) {
      return text(field, text.value());
    }
    if (value instanceof Numeric number) {
      return number(number.value());
    }
    boolean dates = field instanceof ResourceColumn;
    String time = time(((Time) value).value(), dates);
    return List.of(random.nextBoolean() ? time : quoted(time));
  }

  private List<String> text(SearchField field, String text) {
    boolean bare = random.nextBoolean() && !(field instanceof SearchField.OfCondition);
    if (bare && (TIME.matcher(text).matches() || text.equals("true") || text.equals("false"))) {
      return List.of(text);
    }
    if (bare && NUMBER.matcher(text).matches() && !(field instanceof SpecPath)) {
      return number(new BigDecimal(text));
    }
    return List.of(quoted(text));
  }

  String quoted(String text) {
    char quote = "'\"`".charAt(random.nextInt(3));
    StringBuilder written = new StringBuilder().append(quote);
    text.codePoints().forEach(character -> append(written, character, quote));
    return written.append(quote).toString();
  }

  private void append(StringBuilder written, int character, char quote) {
    int control = "\n\t".indexOf(character);
    if (control >= 0 && random.nextBoolean()) {
      written.append('\\').append("nt".charAt(control));
      return;
    }
    boolean plain = "'\"`ntrbf".indexOf(character) < 0 && random.nextInt(20) == 0;
    if (character == quote || character == '\\' || plain) {
      written.append('\\');
    }
    written.appendCodePoint(character);
  }

  private List<String> number(BigDecimal number) {
    String written = unsigned(number.abs());
    if (number.signum() < 0) {
      return List.of("-", written);
    }
    return random.nextInt(10) == 0 ? List.of("+", written) : List.of(written);
  }

  private String unsigned(BigDecimal number) {
    if (random.nextInt(4) == 0) {
      return number.movePointLeft(3).toPlainString() + "e" + (random.nextBoolean() ? "+3" : "3");
    }
    if (random.nextInt(4) == 0) {
      return number.movePointRight(2).toPlainString() + "E-2";
    }
    if (random.nextInt(4) == 0) {
      return number.divide(THOUSAND).toPlainString() + "k";
    }
    return number.toPlainString() + (number.scale() > 0 ? "0" : "");
  }

  private String time(Instant time, boolean dates) {
    boolean midnight = time.equals(time.truncatedTo(ChronoUnit.DAYS));
    if (dates && midnight && random.nextBoolean()) {
      return time.toString().substring(0, "2026-01-01".length());
    }
    OffsetDateTime moved =
        time.atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2000) - 1000)));
    String zone = moved.getOffset().equals(ZoneOffset.UTC) ? "Z" : moved.getOffset().getId();
    return TIMESTAMP.format(moved) + fraction(moved) + zone;
  }

  /** What is finer than a microsecond makes no difference. */
  private String fraction(OffsetDateTime time) {
    if (time.getNano() == 0 && random.nextBoolean()) {
      return "";
    }
    return ".%06d%s".formatted(time.getNano() / 1000, random.nextBoolean() ? "" : "999999");
  }
}
