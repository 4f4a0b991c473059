package io.hyperfleet.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AfterCommitTest {

  private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {
          // Nothing is kept back.
        }

        @Override
        public void close() {
          // Nothing was opened.
        }
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(log);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(log);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void aFailureIsLoggedAndTheNextActionRuns() {
    List<String> ran = new ArrayList<>();
    IllegalStateException failure = new IllegalStateException("on purpose");
    AfterCommit actions = new AfterCommit();
    actions.add(
        () -> {
          throw failure;
        });
    actions.add(() -> ran.add("second"));

    actions.run();

    assertThat(ran).containsExactly("second");
    assertThat(logged).singleElement().extracting(LogRecord::getThrown).isEqualTo(failure);
  }
}
