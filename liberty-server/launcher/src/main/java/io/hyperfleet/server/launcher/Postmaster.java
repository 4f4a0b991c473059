package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The process that serves one PostgreSQL data directory, known by the file that it keeps there. */
final class Postmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path directory;
  private final Path pidFile;

  Postmaster(Path directory) {
    this.directory = directory;
    this.pidFile = directory.resolve("postmaster.pid");
  }

  /**
   * Makes the directory ready for a new process, whatever the last one left behind.
   *
   * @return whether the last one was still running
   */
  boolean clearLeftovers() throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      // PostgreSQL itself sees through the file of a dead process.
      return false;
    }
    ProcessHandle.Info info = process.get().info();
    if (info.command().filter(Postmaster::isPostgres).isEmpty()) {
      // Since a reboot the number means another program, which PostgreSQL would take for itself.
      Files.delete(pidFile);
      return false;
    }
    if (info.commandLine().filter(line -> line.contains(directory.toString())).isEmpty()) {
      throw new Failure(
          "PostgreSQL process %d may be using %s; stop it, or delete %s if it serves other data"
              .formatted(process.get().pid(), directory, pidFile));
    }
    stop();
    return true;
  }

  /** Disconnects all clients, writes everything down and ends: what PostgreSQL calls fast. */
  void stop() throws IOException {
    if (process().isEmpty()) {
      return;
    }
    signal("INT");
    if (!isGone()) {
      signal("QUIT");
      if (!isGone()) {
        throw new IOException("PostgreSQL in " + directory + " does not stop");
      }
    }
  }

  /** However this process ends: nobody would be left to stop it. */
  LastWill stopWhenThisProcessIsGone() {
    return LastWill.signal(pidFile, "INT");
  }

  /** Asks for the same without waiting. */
  void requestStop() throws IOException {
    signal("INT");
  }

  private void signal(String name) throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isPresent()) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.get().pid())).start();
    }
  }

  /**
   * Looks at the file, its last act, because a dead process may stay listed for want of a parent.
   */
  private boolean isGone() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Files.exists(pidFile)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private Optional<ProcessHandle> process() throws IOException {
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    } catch (NumberFormatException | IndexOutOfBoundsException torn) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(String command) {
    return command.contains("postgres");
  }
}
