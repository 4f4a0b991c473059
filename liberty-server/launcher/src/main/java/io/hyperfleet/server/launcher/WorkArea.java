package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Liberty unpacks from the applications and keeps for its next start. It looks at dates to
 * tell what is new, and all builds carry the same ones: after an upgrade it would run the old code.
 */
final class WorkArea {

  private static final String STAMP = "applications.sha256";

  private final Path applications;
  private final Path output;

  /**
   * @param applications the folder of the applications
   * @param output everything that one server writes
   */
  WorkArea(Path applications, Path output) {
    this.applications = applications;
    this.output = output;
  }

  /** Forgets what belongs to other applications than those of now. */
  void refresh() {
    try {
      Path stamp = output.resolve(STAMP);
      String now = digest();
      if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
        return;
      }
      delete(output.resolve("workarea"));
      Files.createDirectories(output);
      Files.writeString(stamp, now);
    } catch (IOException e) {
      throw new Failure("the work area of the server cannot be made ready: " + e, e);
    }
  }

  private String digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path application : sorted(applications)) {
        digest.update(Files.readAllBytes(application));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> wars = Files.newDirectoryStream(folder, "*.war")) {
      wars.forEach(files::add);
    }
    Collections.sort(files);
    return files;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
