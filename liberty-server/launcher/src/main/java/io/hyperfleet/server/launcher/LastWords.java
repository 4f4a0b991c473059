package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps in a file what is to be said if the heap is full: nothing can be put together by then. Java
 * shows the file with a command of the system before it ends the process.
 */
final class LastWords implements AutoCloseable {

  /** Names the file. The script that starts Java knows it as well. */
  private static final String PROPERTY = "launcher.last.words";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Path file;
  private final Supplier<String> state;
  private final Consumer<String> log;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LastWords(Path file, Supplier<String> state, Consumer<String> log) {
    this.file = file;
    this.state = state;
    this.log = log;
  }

  /** Starts to keep them where Java was told to look for them. */
  static Optional<LastWords> keep(Supplier<String> state, Consumer<String> log) {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(file -> keep(Path.of(file), state, log));
  }

  static LastWords keep(Path file, Supplier<String> state, Consumer<String> log) {
    LastWords words = new LastWords(file, state, log);
    Thread thread = new Thread(words::write, "last-words");
    thread.setDaemon(true);
    thread.start();
    return words;
  }

  /** In one line, as lines of the console are. */
  private static String line(LocalTime now, String state) {
    return "%s ERROR Out of memory; a moment ago: %s%n".formatted(TIME.format(now), state);
  }

  private void write() {
    Clock clock = Clock.system(ZoneId.systemDefault());
    try (FileChannel channel = create()) {
      do {
        byte[] line = line(LocalTime.now(clock), state.get()).getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(line), 0);
        channel.truncate(line.length);
      } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      // Java then ends without these words, and says itself that the heap was full.
      log.accept("No last words can be kept in %s: %s".formatted(file, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** New, so that it is nobody else's: the folder is everybody's. */
  private FileChannel create() throws IOException {
    Files.deleteIfExists(file);
    return FileChannel.open(
        file,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.accept("%s is left behind: %s".formatted(file, e));
    }
  }
}
