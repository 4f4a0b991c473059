package io.hyperfleet.bench.load;

import java.time.Duration;

/**
 * Runs one statement, or several with semicolons between, prepared on each of its connections, as
 * fast as PostgreSQL answers.
 */
public interface SqlLoad {

  /** Stands in a statement for the number of a seeded row, taken at random. */
  String NUMBER = ":number";

  /** How reports call it. */
  String name();

  Sample run(String statement, Duration duration);
}
