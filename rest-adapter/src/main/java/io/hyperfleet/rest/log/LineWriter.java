package io.hyperfleet.rest.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes whole lines of any number of threads. Who finds nobody writing writes at once; who finds
 * somebody leaves the line, and it goes out with whatever else has come by then. What waits is
 * bounded: if nobody reads the other end, callers wait until somebody does, and no line is dropped.
 */
public final class LineWriter {

  private static final int CAPACITY = 64 * 1024;

  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private byte[] pending = new byte[CAPACITY];
  private byte[] spare = new byte[CAPACITY];
  private int length;
  private boolean writing;

  /**
   * Takes a stream to the end of the process.
   *
   * @param out not buffered, or lines would be late
   */
  public LineWriter(OutputStream out) {
    this.out = out;
  }

  /** Takes one line, its end included, that is no longer than what may wait. */
  void write(byte[] line, int size) {
    lock.lock();
    try {
      while (length + size > CAPACITY) {
        room.awaitUninterruptibly();
      }
      System.arraycopy(line, 0, pending, length, size);
      length += size;
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    writeAll();
  }

  private void writeAll() {
    for (int size = take(); size > 0; size = take()) {
      try {
        out.write(spare, 0, size);
      } catch (IOException nobodyListens) {
        // Whoever read the log has gone, so there is nobody to tell; requests are still served.
      }
    }
  }

  /** Puts what waits into {@link #spare}, which only the thread that writes touches. */
  private int take() {
    lock.lock();
    try {
      byte[] full = pending;
      pending = spare;
      spare = full;
      int size = length;
      length = 0;
      writing = size > 0;
      room.signalAll();
      return size;
    } finally {
      lock.unlock();
    }
  }
}
