package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Shows a folder to the server under a name that stays the same when it is taken for a URL, which
 * the server and its libraries do here and there: a folder of such a name would not start, or be
 * written to in another place.
 */
final class PlainPath {

  private static final Pattern MEANS_SOMETHING_IN_A_URL = Pattern.compile("[%#]");

  private PlainPath() {}

  /** The folder itself, or a link to it, always the same since the server remembers it. */
  static Path of(Path folder) {
    return MEANS_SOMETHING_IN_A_URL.matcher(folder.toAbsolutePath().toString()).find()
        ? link(folder.toAbsolutePath())
        : folder;
  }

  private static Path link(Path folder) {
    UUID name = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
    Path home = Path.of(System.getProperty("java.io.tmpdir"), "hyperfleet-api-" + name);
    try {
      Path made = DataDirectory.forOwner(home).resolve(ProcessHandle.current().pid() + ".new");
      Files.deleteIfExists(made);
      Files.createSymbolicLink(made, folder);
      Path link = Files.move(made, home.resolve("link"), StandardCopyOption.ATOMIC_MOVE);
      if (!ownerOf(link).equals(ownerOf(home))) {
        throw new Failure("%s belongs to another user; delete it".formatted(home));
      }
      return link;
    } catch (IOException e) {
      throw new Failure(
          "%s has a %% or # in its path and cannot be linked to from %s (%s); use another folder"
              .formatted(folder, home, e),
          e);
    }
  }

  private static Object ownerOf(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }
}
