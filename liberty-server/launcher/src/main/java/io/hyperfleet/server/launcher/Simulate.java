package io.hyperfleet.server.launcher;

import io.hyperfleet.simulator.Simulator;
import io.hyperfleet.simulator.SimulatorException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** Plays a fleet against an API that runs elsewhere. */
final class Simulate {

  private final PrintStream out;
  private final PrintStream err;

  Simulate(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(Map<String, String> flags) {
    try {
      Simulator simulator = Simulator.of(flags);
      new StopSignals(signal -> stop(simulator, signal), Runtime.getRuntime()::halt).listen();
      return simulator.run(out, err, isTerminal());
    } catch (SimulatorException e) {
      throw e.isMisuse()
          ? Failure.usage(Command.SIMULATE.words(), e.getMessage())
          : new Failure(e.getMessage(), e);
    }
  }

  private void stop(Simulator simulator, String signal) {
    err.printf("%n%s: deleting what was created; once more ends at once%n", signal);
    simulator.stop();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Simulate::isTerminal).orElse(false);
  }

  /** From Java 22 on there is a console without a terminal as well, which then says so. */
  private static boolean isTerminal(Object console) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
