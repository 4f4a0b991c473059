package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * One address that the server answers on.
 *
 * @param key the group of its settings
 */
record Listener(String key, String host, int port, boolean tls) {

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  static Listener of(Configuration configuration, String key) {
    return new Listener(
        key,
        configuration.text(key + ".host"),
        configuration.number(key + ".port"),
        configuration.isOn(key + ".tls.enabled"));
  }

  /** Liberty only logs that it cannot bind, and goes on; so try first. */
  void checkThatItCanBeBound() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new Failure(
          "%s.host: %s is no address of this machine; choose another with --%s-host"
              .formatted(key, host, key),
          e);
    } catch (IOException e) {
      throw new Failure(
          "%s.port: cannot listen on %s port %d (%s); choose another with --%s-port"
              .formatted(key, host, port, e.getMessage(), key),
          e);
    }
  }

  String url(String path) {
    String name = EVERY_ADDRESS.contains(host) ? "localhost" : host;
    String authority = name.contains(":") ? "[" + name + "]" : name;
    return (tls ? "https://" : "http://") + authority + ":" + port + path;
  }
}
