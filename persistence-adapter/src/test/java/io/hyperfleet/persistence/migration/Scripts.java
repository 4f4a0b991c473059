package io.hyperfleet.persistence.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of migrations made for one test. */
record Scripts(Path folder) {

  Scripts with(int version, String name, String sql) throws IOException {
    Files.writeString(file(version, name), sql);
    return this;
  }

  Scripts without(int version, String name) throws IOException {
    Files.delete(file(version, name));
    return this;
  }

  String location() {
    return "filesystem:" + folder;
  }

  private Path file(int version, String name) {
    return folder.resolve("V" + version + "__" + name + ".sql");
  }
}
