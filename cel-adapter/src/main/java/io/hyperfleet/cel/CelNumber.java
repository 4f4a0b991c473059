package io.hyperfleet.cel;

import java.math.BigDecimal;

/** Spells numbers as the Go service does, so that messages stay the same. */
final class CelNumber {

  private CelNumber() {}

  /** {@code 7}, {@code 0.5}, {@code 1e+06}. */
  static String inText(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
    }
    BigDecimal decimal = decimal(number);
    int exponent = exponent(decimal);
    return exponent < -4 || exponent >= 6
        ? scientific(decimal, exponent, "%02d")
        : decimal.toPlainString();
  }

  /** {@code 7}, {@code 0.5}, {@code 1000000}, {@code 1e+21}. */
  static String inJson(double number) {
    if (!Double.isFinite(number)) {
      throw new RuleFailure("JSON has no number that is not finite");
    }
    BigDecimal decimal = decimal(number);
    int exponent = exponent(decimal);
    return exponent < -6 || exponent >= 21
        ? scientific(decimal, exponent, "%d")
        : decimal.toPlainString();
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros();
  }

  private static int exponent(BigDecimal decimal) {
    return decimal.signum() == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
  }

  private static String scientific(BigDecimal decimal, int exponent, String digits) {
    return decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString()
        + (exponent < 0 ? "e-" : "e+")
        + digits.formatted(Math.abs(exponent));
  }
}
