package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    Path path = directory.resolve("a/b");

    try (DataDirectory data = DataDirectory.lock(path)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      assertThat(data.postgres()).isEqualTo(path.toRealPath().resolve("postgres"));
    }
  }

  @Test
  void hidesWhatLibertyCachesEvenInADirectoryThatOthersMayRead() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (DataDirectory data = DataDirectory.lock(directory)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.server())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void isFreeAgainAfterClosing() {
    DataDirectory.lock(directory).close();

    try (DataDirectory again = DataDirectory.lock(directory)) {
      assertThat(again.server()).hasFileName("server");
    }
  }

  @Test
  void aFileInItsPlaceIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> DataDirectory.lock(file))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data-dir");
  }
}
