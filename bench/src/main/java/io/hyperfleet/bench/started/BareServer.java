package io.hyperfleet.bench.started;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server of the same Liberty with the bare application and nothing around it. Its options are
 * fixed, so that it is the same yardstick for every build.
 */
public final class BareServer implements Host {

  private static final String CLASSES = "io/hyperfleet/bench/bare/";
  private static final List<String> APPLICATION =
      List.of("BareServlet.class", "BareResource.class", "BareApplication.class");
  private static final List<String> OPTIONS =
      List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

  private static final String SERVER_XML =
      """
      <server>
        <featureManager>
          <feature>servlet-6.1</feature>
          <feature>restfulWS-4.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1"/>
        <webApplication location="bare.war" contextRoot="/bare"/>
        <applicationManager autoExpand="false"/>
        <applicationMonitor updateTrigger="disabled" dropinsEnabled="false"/>
        <config updateTrigger="disabled"/>
      </server>
      """;

  private final Child child;
  private final int port;

  private BareServer(Child child, int port) {
    this.child = child;
    this.port = port;
    Ports.await(child, port, "/bare/servlet");
  }

  /** Returns when it answers. */
  public static BareServer start(Cleanup cleanup, Distribution distribution, Path folder) {
    int port = Ports.free(1).get(0);
    Path user = folder.resolve("bare");
    write(user.resolve("servers/bare"), port);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + distribution.moduleOptions());
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", distribution.runtime().toString(), "bare"));
    Map<String, String> environment =
        Map.of("WLP_USER_DIR", user.toString(), "MALLOC_ARENA_MAX", "2");
    Child child = cleanup.keep(() -> Child.start("the bare server", user, environment, command));
    return new BareServer(child, port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public ProcessTree processes() {
    return new ProcessTree(child.pid());
  }

  @Override
  public void checkAlive() {
    child.checkAlive();
  }

  @Override
  public void close() {
    child.close();
  }

  /** An application may be a folder: our own classes, laid out as a war. */
  private static void write(Path server, int port) {
    Path classes = server.resolve("apps/bare.war/WEB-INF/classes").resolve(CLASSES);
    try {
      Files.createDirectories(classes);
      Files.writeString(server.resolve("server.xml"), SERVER_XML.formatted(port));
      Files.writeString(server.resolve("bootstrap.properties"), "command.port=-1\n");
      for (String name : APPLICATION) {
        try (InputStream code =
            BareServer.class.getClassLoader().getResourceAsStream(CLASSES + name)) {
          Files.copy(code, classes.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new BenchException("the bare server cannot be written: " + e.getMessage(), e);
    }
  }
}
