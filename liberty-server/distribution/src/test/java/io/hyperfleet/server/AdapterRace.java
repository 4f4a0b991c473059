package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.NaiveAggregation;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.ReportFixture;
import io.hyperfleet.domain.status.ReportedCondition;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.server.Http.Answer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Adapters that all report on the same cluster at the same time. */
final class AdapterRace {

  static final List<AdapterName> ADAPTERS =
      ReportFixture.adapters("a-1", "a-2", "a-3", "b-4", "b-5", "b-6", "c-7", "c-8");

  private static final int REPORTS = 3;

  private final Sql sql;
  private final List<PackagedServer> servers;

  /**
   * @param servers of one database, to which the adapters are spread
   */
  AdapterRace(Sql sql, List<PackagedServer> servers) {
    this.sql = sql;
    this.servers = servers;
  }

  void run(int rounds) throws Exception {
    Map<String, Integer> reconciled = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      List<Fleet> fleets = servers.stream().map(Fleet::new).toList();
      JsonNode cluster = fleets.get(0).cluster();
      List<Callable<Optional<AdapterReport>>> adapters = new ArrayList<>();
      for (int i = 0; i < ADAPTERS.size(); i++) {
        AdapterName adapter = ADAPTERS.get(i);
        Fleet fleet = fleets.get(i % fleets.size());
        Random random = new Random((long) round * ADAPTERS.size() + i);
        adapters.add(() -> reportOften(fleet, cluster, adapter, random));
      }

      List<AdapterReport> last = Together.all(adapters).stream().flatMap(Optional::stream).toList();

      assertFollows(fleets.get(0), cluster, last);
      reconciled.merge(fleets.get(0).reconciled(cluster), 1, Integer::sum);
    }
    assertThat(reconciled).containsKeys("True", "False");
  }

  /** What was taken last. */
  private static Optional<AdapterReport> reportOften(
      Fleet fleet, JsonNode cluster, AdapterName adapter, Random random) {
    Optional<AdapterReport> last = Optional.empty();
    for (int i = 0; i < REPORTS; i++) {
      int generation = random.nextInt(10) == 0 ? 2 : 1;
      Answer answer =
          fleet.report(
              cluster, ReportFixture.report(adapter, generation, available(random), fleet.tick()));
      assertThat(answer.status()).as(answer.body()).isIn(201, 204);
      if (answer.status() == 201) {
        last = Optional.of(ReportJson.report(answer.json()));
      }
    }
    return last;
  }

  private static ConditionStatus available(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> ConditionStatus.FALSE;
      case 1 -> ConditionStatus.UNKNOWN;
      default -> ConditionStatus.TRUE;
    };
  }

  /**
   * All of one generation, so that the order in which adapters were faster matters to no status.
   */
  private void assertFollows(Fleet fleet, JsonNode cluster, List<AdapterReport> last)
      throws SQLException {
    JsonNode seen = fleet.now(cluster);
    List<Condition> conditions = ReportJson.conditions(seen);

    assertThat(fleet.reports(cluster).stream().map(ReportJson::report))
        .containsExactlyInAnyOrderElementsOf(last);
    assertThat(
            sql.column(
                "SELECT adapter FROM app.adapter_statuses WHERE owner_id = ?::uuid",
                cluster.at("/id").asText()))
        .containsExactlyInAnyOrderElementsOf(
            last.stream().map(report -> report.adapter().value()).toList());
    assertThat(conditions)
        .isEqualTo(
            new NaiveAggregation()
                .conditions(
                    ADAPTERS,
                    last,
                    new Observed(
                        1, ReportJson.time(seen, "updated_time"), false, false, conditions)));
    for (AdapterReport report : last) {
      assertThat(conditions)
          .filteredOn(it -> it.type().equals(report.adapter().conditionType()))
          .allMatch(it -> it.lastTransitionTime().equals(since(report)));
    }
  }

  private static Instant since(AdapterReport report) {
    return report.condition(ReportedCondition.AVAILABLE).orElseThrow().lastTransitionTime();
  }
}
