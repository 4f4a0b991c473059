package io.hyperfleet.domain.search;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Numbers as they are written in a search, and how they are shown. */
final class SearchNumbers {

  /** Room for whatever a double can hold, and a bound for what a short exponent can inflate. */
  static final int MAX_DIGITS = 400;

  private static final String SIZES = "kmgtp";
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal BINARY_THOUSAND = BigDecimal.valueOf(1024);

  /** From which exponent on a number is shown with one. */
  private static final int LARGE_EXPONENT = 6;

  private static final int SMALL_EXPONENT = -4;

  private SearchNumbers() {}

  /** Empty if the number has too many digits on one side of the point. */
  static Optional<BigDecimal> read(String written) {
    if (written.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    int end = written.length();
    boolean binary = "iI".indexOf(written.charAt(end - 1)) >= 0;
    if (binary) {
      end--;
    }
    int size = SIZES.indexOf(Character.toLowerCase(written.charAt(end - 1))) + 1;
    if (size > 0) {
      end--;
    }
    BigDecimal unit = (binary ? BINARY_THOUSAND : THOUSAND).pow(size);
    return parse(written.substring(0, end)).map(unit::multiply).flatMap(SearchNumbers::bounded);
  }

  private static Optional<BigDecimal> parse(String written) {
    try {
      return Optional.of(new BigDecimal(written));
    } catch (NumberFormatException exponentTooLong) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> bounded(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.scale() > MAX_DIGITS
        || (long) shortest.precision() - shortest.scale() > MAX_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }

  static boolean isInteger(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  static boolean fitsInt(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  /** As published messages show it: few digits, with an exponent if it is large or tiny. */
  static String shown(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (number.signum() == 0 || (exponent >= SMALL_EXPONENT && exponent < LARGE_EXPONENT)) {
      return shortest.toPlainString();
    }
    BigDecimal mantissa = shortest.scaleByPowerOfTen(-exponent);
    return String.format(
        Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
