package io.hyperfleet.rest.body;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.json.JsonException;

/** How a route refuses a body that is no object with members. */
public enum Refusal {
  /** Where a schema is checked, that comes first, and says no more. */
  BY_SCHEMA {
    @Override
    FleetException of(JsonException fault, String body) {
      return FleetException.malformed("Invalid JSON in request body");
    }
  },

  BY_FIELDS {
    @Override
    FleetException of(JsonException fault, String body) {
      if (fault.reason() == JsonException.Reason.NOT_AN_OBJECT) {
        return FleetException.invalid("field '' must be an object");
      }
      return FleetException.malformed(
          body.isBlank()
              ? "Request body is required but was empty"
              : "Invalid request format: not JSON");
    }
  };

  abstract FleetException of(JsonException fault, String body);
}
