package io.hyperfleet.rest.body;

/** How large a request body may be. */
public record BodyLimit(long bytes) {

  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  public BodyLimit {
    if (bytes < 1 || bytes >= LARGEST_ARRAY) {
      throw new IllegalArgumentException("not a limit for a request body: " + bytes);
    }
  }
}
