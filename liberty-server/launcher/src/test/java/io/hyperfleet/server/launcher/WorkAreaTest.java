package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkAreaTest {

  @TempDir private Path folder;
  private Path application;
  private Path unpacked;
  private WorkArea workArea;

  @BeforeEach
  void startOnce() throws IOException {
    Path applications = Files.createDirectories(folder.resolve("apps"));
    application = Files.writeString(applications.resolve("api.war"), "one");
    workArea = new WorkArea(applications, folder.resolve("output"));
    workArea.refresh();
    unpacked = folder.resolve("output/workarea/cache/api.jar");
    Files.createDirectories(unpacked.getParent());
    Files.writeString(unpacked, "unpacked");
  }

  @Test
  void theSameApplicationsKeepWhatWasUnpacked() throws IOException {
    Files.setLastModifiedTime(application, FileTime.fromMillis(0));

    workArea.refresh();

    assertThat(unpacked).exists();
  }

  @Test
  void anUpgradeForgetsItWhateverTheDatesSay() throws IOException {
    FileTime before = Files.getLastModifiedTime(application);
    Files.writeString(application, "two");
    Files.setLastModifiedTime(application, before);

    workArea.refresh();

    assertThat(folder.resolve("output/workarea")).doesNotExist();
    assertThat(folder.resolve("output")).isDirectoryNotContaining("glob:**workarea");
  }
}
