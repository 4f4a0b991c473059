package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

  @TempDir Path folder;

  @Test
  void theFileHoldsTheLatestStateAndGoesWithTheProgram() throws Exception {
    Path file = Files.writeString(folder.resolve("words"), "of a process that had this number");
    CountDownLatch asked = new CountDownLatch(2);

    try (LastWords words =
        LastWords.keep(
            file,
            () -> {
              asked.countDown();
              return "requests=[" + asked.getCount() + "]";
            },
            problem -> {
              throw new AssertionError(problem);
            })) {
      // Whoever asks for the second time has written the first.
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(words(file))
          .matches("\\d\\d:\\d\\d:\\d\\d ERROR Out of memory; a moment ago: requests=\\[[01]]\\R");
      assertThat(words).isNotNull();
    }
    assertThat(file).doesNotExist();
  }

  private static String words(Path file) throws IOException {
    return Files.readString(file);
  }
}
