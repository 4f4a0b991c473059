package io.hyperfleet.domain.kind;

/**
 * How many bytes a name of a kind may have, as it is declared.
 *
 * @param min 0 for no minimum
 * @param max 0 for as many as can be kept
 */
public record NameLength(int min, int max) {

  private static final int KEPT = 100;

  public NameLength {
    if (min < 0 || max < 0) {
      throw new IllegalArgumentException("not a range of lengths: " + min + " to " + max);
    }
  }

  /** The longest that is accepted: what is declared, but no more than can be kept. */
  public int limit() {
    return max == 0 ? KEPT : Math.min(max, KEPT);
  }
}
