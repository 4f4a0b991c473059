package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap that is too small for the program itself: no request could do that. */
class OutOfMemoryIT {

  @TempDir Path data;

  @Test
  void aFullHeapEndsTheProcessWhichSaysWhatItWasAt() {
    PackagedServer server =
        PackagedServer.run(data, Map.of("HYPERFLEET_JAVA_OPTS", "-Xms24m -Xmx24m"), "serve");

    assertThat(server.awaitExit()).as(server::text).isEqualTo(3);
    assertThat(server.lines())
        .filteredOn(
            line ->
                line.matches(
                    "\\S+ ERROR Out of memory; a moment ago: requests=\\[.*] memory_taken_bytes=\\d+"
                        + " heap_used_bytes=\\d+ heap_bytes=\\d+"))
        .hasSize(1);
  }
}
