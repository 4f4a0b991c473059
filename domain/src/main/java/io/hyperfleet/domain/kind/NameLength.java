package io.hyperfleet.domain.kind;

/** How many bytes a name of a kind may have. */
public record NameLength(int min, int max) {

  public NameLength {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("not a range of lengths: " + min + " to " + max);
    }
  }
}
