package io.hyperfleet.schema;

import java.math.BigDecimal;

/**
 * Numbers in messages, spelled as clients of the original service know them: {@code %g} of Go,
 * which is exponential from a million on.
 */
final class NumberText {

  private static final int LARGEST_PLAIN_EXPONENT = 5;
  private static final int SMALLEST_PLAIN_EXPONENT = -4;

  private NumberText() {}

  static String of(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
      return shortest.toPlainString();
    }
    return "%se%s%02d"
        .formatted(
            shortest.movePointLeft(exponent).stripTrailingZeros().toPlainString(),
            exponent < 0 ? "-" : "+",
            Math.abs(exponent));
  }
}
