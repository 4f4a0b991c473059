package io.hyperfleet.schema;

import java.io.Serial;

/** The provider's OpenAPI file is of no use. The message is one line for whoever wrote the file. */
public final class SchemaFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  SchemaFileException(String message) {
    super(message);
  }
}
