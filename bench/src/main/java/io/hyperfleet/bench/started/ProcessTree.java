package io.hyperfleet.bench.started;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** A process with all its children, as Linux accounts for them. */
public final class ProcessTree {

  private static final Path PROC = Path.of("/proc");

  /** What the kernel shows to programs is in hundredths of a second on every platform of Java. */
  private static final double TICKS_PER_SECOND = 100;

  private final long root;

  public ProcessTree(long root) {
    this.root = root;
  }

  /** Fails where the kernel keeps no such accounts, before anything is started. */
  public static void checkSupported() {
    if (!Files.isReadable(PROC.resolve("self/stat"))) {
      throw new BenchException("needs Linux: there is no /proc to read processor times from");
    }
  }

  /** User and system time until now, in seconds. That of children that ended is their parent's. */
  public double processorSeconds() {
    return all().mapToObj(ProcessTree::stat).mapToLong(ProcessTree::ticks).sum() / TICKS_PER_SECOND;
  }

  /**
   * Memory that is resident now, in MiB; pages that children share with each other count for each.
   */
  public double residentMebibytes() {
    return all().map(ProcessTree::residentKibibytes).sum() / 1024.0;
  }

  private LongStream all() {
    return ProcessHandle.of(root)
        .map(handle -> LongStream.concat(LongStream.of(root), children(handle)))
        .orElseThrow(() -> new BenchException("process " + root + " is gone"));
  }

  private static LongStream children(ProcessHandle handle) {
    return handle.descendants().mapToLong(ProcessHandle::pid);
  }

  static String stat(long pid) {
    try {
      return Files.readString(PROC.resolve(pid + "/stat"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** Fields 14 to 17: own user and system time, and those of the children it waited for. */
  static long ticks(String stat) {
    return fields(stat).stream().skip(11).limit(4).mapToLong(Long::parseLong).sum();
  }

  /** Field 4. */
  static long parent(String stat) {
    return Long.parseLong(fields(stat).get(1));
  }

  /** Field 2, in parentheses, which may hold anything, also parentheses. */
  static String name(String stat) {
    return stat.isEmpty() ? "" : stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  }

  private static List<String> fields(String stat) {
    return stat.isEmpty()
        ? List.of()
        : List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
  }

  private static long residentKibibytes(long pid) {
    try {
      return Files.readAllLines(PROC.resolve(pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
