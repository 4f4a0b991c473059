package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A program of its own that migrates, so that it can die as programs do. */
final class MigratorProcess implements AutoCloseable {

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path output;

  private MigratorProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static MigratorProcess start(TestDatabase database, Scripts scripts, Path output)
      throws IOException {
    List<String> command = new ArrayList<>(JAVA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(MigratorProcess.class.getName());
    command.addAll(List.of(database.jdbcUrl(), database.username(), scripts.location()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .put("DATABASE_PASSWORD", Optional.ofNullable(database.password()).orElse(""));
    return new MigratorProcess(builder.start(), output);
  }

  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword(System.getenv("DATABASE_PASSWORD"));
    database.setPreferQueryMode(PreferQueryMode.SIMPLE);
    new SchemaMigration(database, "app", Duration.ofMinutes(1), arguments[2]).migrate();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** The exit code, once it has come to its end. */
  int end() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the migrator does not end");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
