package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

  @TempDir Path scratch;

  @Test
  void itReadsNoConfigurationThatARealServerReads() throws IOException {
    Path script = Files.writeString(scratch.resolve("program"), "#!/bin/sh\necho \"said $*\"\n");
    script.toFile().setExecutable(true);
    TrainingRun run = new TrainingRun(Map.of(), script, scratch);

    assertThatThrownBy(run::run)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the training run did not start")
        .hasMessageContaining("said serve --config=" + scratch.resolve("config.yaml"));
  }
}
