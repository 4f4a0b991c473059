package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Ten thousand requests that are right, nearly right or mean, by clients that have not heard of
 * each other. Every answer is one that is published, and what is acknowledged is there.
 */
@ResourceLock(SharedServer.TURN)
class GeneratedRequestsIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final int CLIENTS = 4;
  private static final int REQUESTS_OF_EACH = 2_500;

  @Test
  void neitherBreakNorLoseAnything() throws InterruptedException, ExecutionException {
    int before = SHARED.server().lines().size();
    List<RandomClient> clients =
        LongStream.rangeClosed(1, CLIENTS)
            .mapToObj(seed -> new RandomClient(SHARED.server(), seed))
            .toList();
    List<Callable<Integer>> work = new ArrayList<>();
    clients.forEach(client -> work.add(() -> client.send(REQUESTS_OF_EACH)));

    assertThat(Together.all(work)).hasSize(CLIENTS).allMatch(acknowledged -> acknowledged > 100);

    clients.forEach(RandomClient::assertNothingIsLost);
    List<String> lines = SHARED.server().lines();
    assertThat(lines.subList(before, lines.size()))
        .noneMatch(line -> line.contains(" ERROR ") || line.contains("\tat "));
  }
}
