package io.hyperfleet.application.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;

/** What the provider demands of {@code spec}, beyond that it is an object. */
public interface SpecSchemas {

  /** Knows no schema, so every spec passes. */
  SpecSchemas NONE = (kind, spec) -> {};

  /**
   * Returns if the spec matches the schema that the kind names, or if that schema is not known.
   *
   * @throws io.hyperfleet.domain.error.FleetException of code {@code VALIDATION} and detail {@code
   *     Invalid «schema name»}, with exactly one violation: the first problem, with a field and a
   *     message and nothing else
   */
  void check(KindDescriptor kind, Document spec);
}
