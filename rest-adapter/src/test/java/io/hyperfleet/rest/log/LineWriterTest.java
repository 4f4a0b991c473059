package io.hyperfleet.rest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineWriterTest {

  private static final int WRITERS = 8;

  /** So many that those of one writer are more than what may wait. */
  private static final int LINES = 2000;

  private static final int PATIENCE_SECONDS = 60;

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  private static byte[] line(int writer, int number) {
    return ("writer=" + writer + " line=" + number + " " + "x".repeat(1 + number % 90) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void write(LineWriter lines, byte[] line) {
    lines.write(line, line.length);
  }

  /** Starts them all; they end when all their lines are taken. */
  private static List<Thread> start(LineWriter lines, AtomicInteger taken) {
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int name = writer;
      Thread thread =
          new Thread(
              () -> {
                for (int number = 0; number < LINES; number++) {
                  write(lines, line(name, number));
                  taken.incrementAndGet();
                }
              });
      thread.start();
      writers.add(thread);
    }
    return writers;
  }

  private static void join(List<Thread> writers) throws InterruptedException {
    for (Thread writer : writers) {
      writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      assertThat(writer.isAlive()).isFalse();
    }
  }

  private void assertThatEveryLineIsThereWhole() {
    assertThat(read.toString(StandardCharsets.US_ASCII).lines())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, WRITERS * LINES)
                .mapToObj(i -> new String(line(i / LINES, i % LINES), StandardCharsets.US_ASCII))
                .map(String::stripTrailing)
                .toList());
  }

  @Test
  void aLineIsOutWhenNobodyElseIsWriting() {
    LineWriter lines = new LineWriter(read);

    write(lines, line(1, 1));
    assertThat(read.toString(StandardCharsets.US_ASCII)).isEqualTo("writer=1 line=1 xx\n");
  }

  @Test
  void linesOfManyWritersStayWholeAndInTheOrderOfEachWriter() throws InterruptedException {
    join(start(new LineWriter(read), new AtomicInteger()));

    assertThatEveryLineIsThereWhole();
    assertThat(read.toString(StandardCharsets.US_ASCII).lines())
        .filteredOn(line -> line.startsWith("writer=3 "))
        .extracting(line -> line.replaceAll(".* line=(\\d+) .*", "$1"))
        .containsExactlyElementsOf(IntStream.range(0, LINES).mapToObj(Integer::toString).toList());
  }

  @Test
  void whileNobodyReadsWritersWaitAndAfterwardsEveryLineIsThere() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    List<Thread> writers = start(new LineWriter(new Stalled(reading)), taken);

    for (Thread writer : writers) {
      awaitStandstill(writer);
    }
    assertThat(taken.get()).isBetween(1, WRITERS * LINES / 2);
    assertThat(read.size()).isZero();

    reading.countDown();
    join(writers);
    assertThatEveryLineIsThereWhole();
  }

  @Test
  void aReaderThatHasGoneKeepsNobodyFromWriting() {
    LineWriter lines =
        new LineWriter(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });

    assertThatCode(() -> IntStream.range(0, 5000).forEach(i -> write(lines, line(1, i))))
        .doesNotThrowAnyException();
  }

  private static void awaitStandstill(Thread writer) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (writer.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      writer.join(1);
    }
  }

  private final class Stalled extends OutputStream {

    private final CountDownLatch reading;

    Stalled(CountDownLatch reading) {
      this.reading = reading;
    }

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("lines come as a whole");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        reading.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      read.write(bytes, offset, length);
    }
  }
}
