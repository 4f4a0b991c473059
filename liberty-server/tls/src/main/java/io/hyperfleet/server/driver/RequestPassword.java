package io.hyperfleet.server.driver;

import java.util.Properties;

/** The password of whoever connects for requests. */
public final class RequestPassword extends CurrentPassword {

  /** As the driver makes it. */
  public RequestPassword(Properties connection) {
    super("hyperfleet.database.password");
  }
}
