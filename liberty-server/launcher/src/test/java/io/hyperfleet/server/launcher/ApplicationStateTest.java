package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationStateTest {

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final ApplicationState state = ApplicationState.ofThisProcess();
  private final Application application = new Application();

  @AfterEach
  void unregister() throws Exception {
    if (beans.isRegistered(new ObjectName(ApplicationState.NAME))) {
      beans.unregisterMBean(new ObjectName(ApplicationState.NAME));
    }
  }

  @Test
  void anApplicationThatIsNotThereHasNoPhaseAndNeedsNoFarewell() {
    state.announceShutdown();

    assertThat(state.phase()).isEmpty();
    assertThat(state.requestsInFlight()).isZero();
    assertThat(state.quiet()).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void theApplicationSaysHowItIs() throws Exception {
    beans.registerMBean(application, new ObjectName(ApplicationState.NAME));

    assertThat(state.phase()).contains("failed");
    assertThat(state.failure()).isEqualTo("no disk");
    assertThat(state.requestsInFlight()).isEqualTo(3);
    assertThat(state.requestsUnderWay()).isEqualTo("GET /a=3");
    assertThat(state.memoryTaken()).isEqualTo(5);
    assertThat(state.quiet()).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void theApplicationLearnsOfTheEnd() throws Exception {
    beans.registerMBean(application, new ObjectName(ApplicationState.NAME));

    state.announceShutdown();

    assertThat(state.phase()).contains("shutting_down");
  }

  /** What the server's application registers. */
  public interface ApplicationMBean {
    String getPhase();

    String getFailure();

    int getRequestsInFlight();

    String getRequestsUnderWay();

    long getMemoryTaken();

    long getQuietMillis();

    void shuttingDown();
  }

  private static final class Application implements ApplicationMBean {

    private String phase = "failed";

    @Override
    public String getPhase() {
      return phase;
    }

    @Override
    public String getFailure() {
      return "no disk";
    }

    @Override
    public int getRequestsInFlight() {
      return 3;
    }

    @Override
    public String getRequestsUnderWay() {
      return "GET /a=3";
    }

    @Override
    public long getMemoryTaken() {
      return 5;
    }

    @Override
    public long getQuietMillis() {
      return 7;
    }

    @Override
    public void shuttingDown() {
      phase = "shutting_down";
    }
  }
}
