package io.hyperfleet.server.driver;

import java.util.Properties;

/** The password of whoever connects for migrations. */
public final class MigrationPassword extends CurrentPassword {

  /** As the driver makes it. */
  public MigrationPassword(Properties connection) {
    super("hyperfleet.database.migration.password");
  }
}
