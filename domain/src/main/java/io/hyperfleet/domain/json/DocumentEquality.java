package io.hyperfleet.domain.json;

/**
 * Whether two documents say the same. The order of members does not matter, that of items does;
 * numbers are compared exactly, as decimals: {@code 1}, {@code 1.0} and {@code 1e0} are one number,
 * {@code 0.1} and {@code 0.10000000000000000001} are two. Blanks and escapes mean nothing.
 */
@FunctionalInterface
public interface DocumentEquality {

  boolean sameValue(Document left, Document right);
}
