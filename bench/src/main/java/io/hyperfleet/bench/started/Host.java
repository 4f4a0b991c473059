package io.hyperfleet.bench.started;

/** A server under load: where it listens, and what it costs. */
public interface Host extends AutoCloseable {

  int port();

  ProcessTree processes();

  /** Fails if it is gone, with the last that it said. */
  void checkAlive();

  @Override
  void close();
}
