package io.hyperfleet.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The driver alone, for machines without pgbench. It takes more of the processor than pgbench does.
 */
public final class PreparedStatementLoad implements SqlLoad {

  private final DataSource database;
  private final int connections;
  private final int rows;

  public PreparedStatementLoad(DataSource database, int connections, int rows) {
    this.database = database;
    this.connections = connections;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "pgjdbc";
  }

  @Override
  public Sample run(String statement, Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    List<Worker> sessions = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      sessions.add(new Session(statement, end));
    }
    return Worker.run(sessions);
  }

  private final class Session extends Worker {

    private final String statement;

    Session(String statement, long end) {
      super(end, Long.MAX_VALUE);
      this.statement = statement;
    }

    @Override
    public Worker call() throws SQLException {
      try (Connection connection = database.getConnection();
          PreparedStatement prepared =
              connection.prepareStatement(statement.replace(NUMBER, "?"))) {
        int parameters = statement.split(NUMBER, -1).length - 1;
        while (mayGoOn()) {
          long number = 1 + ThreadLocalRandom.current().nextLong(rows);
          for (int parameter = 1; parameter <= parameters; parameter++) {
            prepared.setLong(parameter, number);
          }
          long startedAt = System.nanoTime();
          record(startedAt, readAll(prepared));
        }
      }
      return this;
    }

    /** Whether any of its statements found something. */
    private static boolean readAll(PreparedStatement prepared) throws SQLException {
      boolean found = false;
      boolean rows = prepared.execute();
      while (rows || prepared.getUpdateCount() >= 0) {
        found |= rows ? read(prepared) : prepared.getUpdateCount() > 0;
        rows = prepared.getMoreResults();
      }
      return found;
    }

    private static boolean read(PreparedStatement prepared) throws SQLException {
      boolean found = false;
      try (ResultSet result = prepared.getResultSet()) {
        while (result.next()) {
          found = true;
        }
      }
      return found;
    }
  }
}
