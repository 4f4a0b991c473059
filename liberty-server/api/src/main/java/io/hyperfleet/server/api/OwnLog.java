package io.hyperfleet.server.api;

import io.hyperfleet.rest.log.ConsoleHandler;
import io.hyperfleet.rest.log.LineWriter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.logging.Logger;

/** Sends what our own classes log to the console itself, in the look of our other lines. */
@ApplicationScoped
class OwnLog {

  /** Held, because nothing else keeps what a logger was told from being forgotten. */
  private final Logger ours = Logger.getLogger("io.hyperfleet");

  @Inject LineWriter console;

  /** Before anything else has something to say. */
  void open(@Observes @Priority(1) Startup event) {
    ours.addHandler(new ConsoleHandler(console, ZoneId.systemDefault()));
    ours.setUseParentHandlers(false);
  }
}
