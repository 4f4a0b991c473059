package io.hyperfleet.persistence.database;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where tests get PostgreSQL from, the most deliberate choice first. */
enum DatabaseSource {
  URL,
  CONTAINER,
  EMBEDDED;

  /**
   * The URL wins unseen: if it leads nowhere, that is an error and not a reason to go elsewhere.
   */
  static DatabaseSource choose(Optional<String> url, BooleanSupplier dockerAnswers) {
    if (url.isPresent()) {
      return URL;
    }
    return dockerAnswers.getAsBoolean() ? CONTAINER : EMBEDDED;
  }
}
