package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.application.resource.ReportStore;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.migration.SchemaName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps reports in PostgreSQL. Each operation is one statement. */
public final class JpaReportStore implements ReportStore {

  /** What the reports on an ordinary resource take, with room to spare. */
  private static final long USUAL_BYTES = 4 << 20;

  /** What is changed all the time may have grown each time. */
  private static final int MOST_READINGS = 5;

  private static final int TOTAL = 7;
  private static final int WEIGHT = 8;

  private final UnitsOfWork units;
  private final ConditionsCodec conditions;
  private final ReportSql reports;

  public JpaReportStore(UnitsOfWork units, SchemaName schema, ConditionsCodec conditions) {
    this.units = units;
    this.conditions = conditions;
    this.reports = new ReportSql(schema);
  }

  @Override
  public List<AdapterReport> find(Reference resource, Set<AdapterName> adapters) {
    return reports(read(reports.find(resource, adapters), false));
  }

  @Override
  public List<AdapterReport> findAll(Reference resource) {
    return reports(read(reports.findAll(resource), false));
  }

  @Override
  public Page<AdapterReport> list(Reference resource, PageRequest page) {
    List<Scalars> rows = read(reports.list(resource, page), true);
    return new Page<>(reports(rows), page.page(), total(resource, page, rows));
  }

  /** A page past the end has no row that could tell. */
  private long total(Reference resource, PageRequest page, List<Scalars> rows) {
    if (!rows.isEmpty()) {
      return rows.get(0).longNumber(TOTAL);
    }
    return page.offset() == 0 ? 0 : number(reports.count(resource), false);
  }

  @Override
  public boolean store(Reference resource, AdapterReport report, Optional<Document> news) {
    Document said = conditions.writeReported(report.conditions());
    return number(reports.store(resource, report, said, news), true) > 0;
  }

  private long number(SqlText sql, boolean changes) {
    return ((Number)
            sql.query(changes ? units.entitiesToChange() : units.entities()).getSingleResult())
        .longValue();
  }

  /**
   * Takes the memory for what was found before it comes: of what is more than usual, the first
   * statement tells the weight, and a second one reads it, unless it has grown meanwhile.
   */
  private List<Scalars> read(SqlText found, boolean handedOn) {
    MemoryShare memory = units.memory();
    long granted = memory.takeUpTo(USUAL_BYTES);
    List<Scalars> rows = rows(found, handedOn, granted);
    for (int reading = 1; weight(rows) > granted; reading++) {
      if (reading == MOST_READINGS) {
        throw FleetException.memoryUsedUp();
      }
      memory.take(weight(rows) - granted);
      granted = weight(rows);
      rows = rows(found, handedOn, granted);
    }
    memory.giveBack(granted - weight(rows));
    return rows;
  }

  private List<Scalars> rows(SqlText found, boolean handedOn, long mostBytes) {
    return Scalars.rows(ReportSql.weighed(found, handedOn, mostBytes).query(units.entities()));
  }

  private static long weight(List<Scalars> rows) {
    return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).longNumber(WEIGHT);
  }

  private List<AdapterReport> reports(List<Scalars> rows) {
    return rows.stream().map(this::report).toList();
  }

  private AdapterReport report(Scalars row) {
    return new AdapterReport(
        new AdapterName(row.text(0)),
        row.number(1),
        conditions.readReported(new Document(row.text(2))),
        new Document(row.text(3)),
        Optional.ofNullable(row.text(4)).map(Document::new),
        time(row.longNumber(5)),
        time(row.longNumber(6)));
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
