package io.hyperfleet.server.launcher;

import com.ibm.wsspi.kernel.embeddable.Server;
import com.ibm.wsspi.kernel.embeddable.ServerBuilder;
import com.ibm.wsspi.kernel.embeddable.ServerException;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Open Liberty inside this process. */
final class LibertyServer {

  private static final String NAME = "hyperfleet";
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Server server;
  private final Path output;

  private LibertyServer(Server server, Path output) {
    this.server = server;
    this.output = output;
  }

  static LibertyServer at(Path installation, Path output) {
    new WorkArea(
            installation.resolve("usr/servers").resolve(NAME).resolve("apps"), output.resolve(NAME))
        .refresh();
    try {
      Server server =
          new ServerBuilder()
              .setName(NAME)
              .setInstallDir(installation.toFile())
              .setUserDir(installation.resolve("usr").toFile())
              .setOutputDir(output.toFile())
              .build();
      return new LibertyServer(server, output);
    } catch (ServerException e) {
      throw new Failure("the server is not usable: " + e.getTranslatedMessage(), e);
    }
  }

  /** Answers once Liberty is up, which may be before the application is. */
  void start(Properties configuration) {
    // Liberty resolves the variables of server.xml, and MicroProfile Config its keys, from these.
    System.getProperties().putAll(configuration);
    // Its own script sets these in the environment; the health feature looks nowhere else.
    System.setProperty("server.output.dir", output.resolve(NAME) + File.separator);
    System.setProperty("wlp.server.name", NAME);
    Server.Result result = await(server.start());
    if (!result.successful()) {
      throw new Failure(
          "the server did not start: %s (see %s)".formatted(reason(result), log()),
          result.getException());
    }
  }

  /** Waits for what the server has to finish, but not for as long as the server itself would. */
  void stop() {
    if (!server.isRunning()) {
      return;
    }
    try {
      server.stop().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Failure("the server did not stop within %d s".formatted(STOP.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } catch (ExecutionException e) {
      throw new Failure("the server failed: " + e.getCause(), e);
    }
  }

  boolean isRunning() {
    return server.isRunning();
  }

  Path log() {
    return output.resolve(NAME).resolve("logs").resolve("messages.log");
  }

  private static String reason(Server.Result result) {
    ServerException exception = result.getException();
    return exception == null
        ? "return code " + result.getReturnCode()
        : exception.getTranslatedMessage().lines().findFirst().orElse("");
  }

  private static Server.Result await(Future<Server.Result> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } catch (ExecutionException e) {
      throw new Failure("the server failed: " + e.getCause(), e);
    }
  }
}
