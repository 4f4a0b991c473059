package io.hyperfleet.domain.kind;

import java.io.Serial;

/** Declared kinds that cannot be served together. The message is published. */
public final class CatalogueException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final int position;

  CatalogueException(int position, IllegalArgumentException fault) {
    super(fault.getMessage(), fault);
    this.position = position;
  }

  /** Which of the declared kinds is at fault, from 0. */
  public int position() {
    return position;
  }
}
