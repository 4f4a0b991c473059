package io.hyperfleet.server.launcher;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Waits to be told to stop. The first signal asks, the second one insists. */
final class StopSignals {

  private static final int SIGNALLED = 128;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final Consumer<String> announce;
  private final IntConsumer halt;

  StopSignals(Consumer<String> announce, IntConsumer halt) {
    this.announce = announce;
    this.halt = halt;
  }

  void listen() {
    listen("INT");
    listen("TERM");
  }

  /** Whether a stop was asked for, waiting a while for it. */
  boolean await(Duration patience) {
    try {
      return asked.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  synchronized void received(String name, int number) {
    if (asked.getCount() == 0) {
      halt.accept(SIGNALLED + number);
      return;
    }
    announce.accept(name);
    asked.countDown();
  }

  /** By reflection, since the compiler warns of {@code sun.misc} in a way that nothing silences. */
  private void listen(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object instance = signal.getConstructor(String.class).newInstance(name);
      int number = (int) signal.getMethod("getNumber").invoke(instance);
      Object listener =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                received("SIG" + name, number);
                return null;
              });
      signal.getMethod("handle", signal, handler).invoke(null, instance, listener);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Java cannot listen to signals", e);
    }
  }
}
