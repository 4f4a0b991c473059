package io.hyperfleet.hostile.attack;

/** Something that must not be, and the bytes that led to it. */
public final class Finding extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sent;

  public Finding(String what, String sent) {
    super(what);
    this.sent = sent;
  }

  /** One character for each byte; empty if no single request led to it. */
  public String sent() {
    return sent;
  }
}
