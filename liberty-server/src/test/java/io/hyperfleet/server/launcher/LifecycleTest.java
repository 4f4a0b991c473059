package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final Lifecycle lifecycle = Lifecycle.ofThisProcess();
  private final Application application = new Application();

  @AfterEach
  void unregister() throws Exception {
    if (beans.isRegistered(new ObjectName(Lifecycle.NAME))) {
      beans.unregisterMBean(new ObjectName(Lifecycle.NAME));
    }
  }

  @Test
  void anApplicationThatIsNotThereHasNoPhaseAndNeedsNoFarewell() {
    lifecycle.announceShutdown();

    assertThat(lifecycle.phase()).isEmpty();
    assertThat(lifecycle.requestsInFlight()).isZero();
    assertThat(lifecycle.quiet()).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void theApplicationSaysHowItIs() throws Exception {
    beans.registerMBean(application, new ObjectName(Lifecycle.NAME));

    assertThat(lifecycle.phase()).contains("failed");
    assertThat(lifecycle.failure()).isEqualTo("no disk");
    assertThat(lifecycle.requestsInFlight()).isEqualTo(3);
    assertThat(lifecycle.quiet()).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void theApplicationLearnsOfTheEnd() throws Exception {
    beans.registerMBean(application, new ObjectName(Lifecycle.NAME));

    lifecycle.announceShutdown();

    assertThat(lifecycle.phase()).contains("shutting_down");
  }

  /** What the server's application registers. */
  public interface ApplicationMBean {
    String getPhase();

    String getFailure();

    int getRequestsInFlight();

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
    public long getQuietMillis() {
      return 7;
    }

    @Override
    public void shuttingDown() {
      phase = "shutting_down";
    }
  }
}
