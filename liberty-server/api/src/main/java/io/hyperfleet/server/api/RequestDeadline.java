package io.hyperfleet.server.api;

import io.hyperfleet.persistence.connection.Deadline;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Bounds what the database may take for each request. */
@WebListener
public final class RequestDeadline implements ServletRequestListener {

  @Inject private ServerConfig config;

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    Deadline.begin(config.requestTimeout, config.statementTimeout);
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    Deadline.end();
  }
}
