package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Everything that one running program writes. Nobody else may use it at the same time. */
final class DataDirectory implements AutoCloseable {

  private static final String SERVER = "server";
  private static final String TLS = "tls";

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataDirectory lock(Path path) {
    try {
      Path real = forOwner(path).toRealPath();
      // Liberty caches the resolved configuration here.
      forOwner(real.resolve(SERVER));
      forOwner(real.resolve(TLS));
      return new DataDirectory(real, lockFile(real));
    } catch (IOException e) {
      throw new Failure(
          "data directory %s cannot be used (%s); choose another with %s"
              .formatted(path, e, Flag.DATA_DIR.name()),
          e);
    }
  }

  /** The files of the development database. */
  Path postgres() {
    return path.resolve("postgres");
  }

  /** Where Liberty keeps its logs and its caches. */
  Path server() {
    return PlainPath.of(path).resolve(SERVER);
  }

  /** The keys of the listeners. */
  Path tls() {
    return PlainPath.of(path).resolve(TLS);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a directory that no other user can look into, unless it is there already. */
  static Path forOwner(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return path;
  }

  private static FileChannel lockFile(Path path) throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      channel.close();
      throw new Failure(
          "data directory %s is in use by process %s; stop that one or choose another with %s"
              .formatted(path, Files.readString(file).strip(), Flag.DATA_DIR.name()));
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  /** The system frees the lock with the process, however that ends. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }
}
