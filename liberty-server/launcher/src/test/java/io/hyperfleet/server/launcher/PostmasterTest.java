package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  @TempDir Path directory;

  private Path pidFile;
  private Postmaster postmaster;

  @BeforeEach
  void setUp() {
    pidFile = directory.resolve("postmaster.pid");
    postmaster = new Postmaster(directory);
  }

  @Test
  void aDirectoryWithoutAProcessHasNothingToClear() throws IOException {
    assertThat(postmaster.clearLeftovers()).isFalse();
    postmaster.stop();
  }

  @Test
  void theFileOfAProcessThatBecameAnotherProgramGoes() throws IOException {
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + directory + "\n");

    assertThat(postmaster.clearLeftovers()).isFalse();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void theFileOfADeadProcessIsLeftToPostgres() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(pidFile, dead.pid() + "\n");

    assertThat(postmaster.clearLeftovers()).isFalse();
    postmaster.stop();
    assertThat(pidFile).exists();
  }

  @Test
  void aTornFileMeansNoProcess() throws IOException {
    Files.writeString(pidFile, "");

    assertThat(postmaster.clearLeftovers()).isFalse();
  }
}
