package io.hyperfleet.simulator;

import io.hyperfleet.simulator.fleet.Fleet;
import io.hyperfleet.simulator.fleet.FleetNames;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.http.Pauses;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import io.hyperfleet.simulator.play.ListHabits;
import io.hyperfleet.simulator.play.Stage;
import java.io.PrintStream;
import java.util.Map;

/** Plays a fleet against a running API. */
public final class Simulator {

  private final SimulationPlan plan;
  private final Fleet fleet = new Fleet();
  private volatile boolean stopped;

  private Simulator(SimulationPlan plan) {
    this.plan = plan;
  }

  /**
   * One that does what was typed.
   *
   * @param flags values by the names of {@link SimulationFlag}; others hold their defaults
   */
  public static Simulator of(Map<String, String> flags) {
    return new Simulator(SimulationPlan.of(flags));
  }

  /**
   * Answers the exit code: 1 if anything was not as it should be, else 0.
   *
   * @param out for the table
   * @param err for what is shown meanwhile
   * @param terminal whether a line there can be written over
   */
  public int run(PrintStream out, PrintStream err, boolean terminal) {
    try {
      Measures measures = new Measures();
      Complaints complaints = new Complaints();
      FleetClient client = new FleetClient(plan.url(), measures, complaints, Pauses.REAL);
      boolean selects = Doorbell.takesSelectors(plan.url(), client);
      FleetNames names = FleetNames.at(System.currentTimeMillis());
      Stage stage = new Stage(client, fleet, names, measures, complaints);
      ListHabits habits = new ListHabits(plan.pageSize(), selects);
      err.printf(
          "Plays %d clusters with %d node pools each against %s; all names begin with %s%n",
          plan.fleet().clusters(), plan.fleet().nodePools(), plan.url(), names.prefix());
      ProgressLine progress = new ProgressLine(stage, err, terminal);
      Verdict verdict = new Simulation(plan, stage, habits, progress, () -> stopped).run();
      new ClosingTable(stage, verdict, out).print();
      return verdict.exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Changes nothing more, deletes what was created, and ends as usual. */
  public void stop() {
    stopped = true;
    fleet.stop();
  }
}
