package io.hyperfleet.application.page;

import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param page counts from 1
 * @param size how many items at most
 */
public record PageRequest(int page, int size) {

  public static final int DEFAULT_PAGE = 1;
  public static final int DEFAULT_SIZE = 20;

  private static final int MAX_PAGE = 100_000;
  private static final int MAX_SIZE = 100;

  public PageRequest {
    if (page < 1 || size < 1) {
      throw new IllegalArgumentException("not a page: " + page + " of " + size);
    }
  }

  /**
   * Checks both numbers and reports all that are out of range at once.
   *
   * @param others what else is wrong with the query
   */
  public static PageRequest accept(long page, long size, List<Violation> others) {
    List<Violation> violations = new ArrayList<>(others);
    check("size", size, MAX_SIZE, violations);
    check("page", page, MAX_PAGE, violations);
    if (!violations.isEmpty()) {
      throw FleetException.invalid("Invalid query parameters", violations);
    }
    return new PageRequest((int) page, (int) size);
  }

  /** How many items precede this page. */
  public int offset() {
    return (page - 1) * size;
  }

  private static void check(String field, long value, int max, List<Violation> violations) {
    if (value < 1) {
      violations.add(new Violation(field, value, Constraint.MIN, field + " must be at least 1"));
    } else if (value > max) {
      violations.add(
          new Violation(field, value, Constraint.MAX, field + " must be at most " + max));
    }
  }
}
