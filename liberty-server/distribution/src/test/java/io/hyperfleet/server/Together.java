package io.hyperfleet.server;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What several clients do at the same time. */
final class Together {

  private Together() {}

  /** What each of them got, in their order. */
  static <T> List<T> all(List<Callable<T>> clients)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(clients.size());
    try {
      Stream.Builder<T> results = Stream.builder();
      for (Future<T> client : executor.invokeAll(clients)) {
        results.add(client.get());
      }
      return results.build().toList();
    } finally {
      executor.shutdown();
    }
  }
}
