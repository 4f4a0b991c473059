package io.hyperfleet.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Others who want the processor as well. */
final class BusyCores implements AutoCloseable {

  private final AtomicLong work = new AtomicLong();
  private volatile boolean over;

  private BusyCores() {}

  static BusyCores twiceAsManyAsThereAre() {
    BusyCores cores = new BusyCores();
    int threads = 2 * Runtime.getRuntime().availableProcessors();
    List<Thread> workers =
        IntStream.range(0, threads).mapToObj(i -> new Thread(cores::work, "busy-" + i)).toList();
    workers.forEach(worker -> worker.setDaemon(true));
    workers.forEach(Thread::start);
    return cores;
  }

  boolean areBusy() {
    return work.get() > 0;
  }

  private void work() {
    while (!over) {
      work.incrementAndGet();
    }
  }

  @Override
  public void close() {
    over = true;
  }
}
