package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListenerTest {

  @Test
  void aTakenPortIsNamedWithItsKeyAndItsFlag() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(
              () -> new Listener("health", "localhost", port, false).checkThatItCanBeBound())
          .isInstanceOf(Failure.class)
          .hasMessageStartingWith("health.port: cannot listen on localhost port " + port)
          .hasMessageEndingWith("choose another with --health-port");
    }
  }

  @Test
  void aFreePortStaysFree() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Listener listener = new Listener("server", "localhost", port, false);

    listener.checkThatItCanBeBound();
    listener.checkThatItCanBeBound();

    assertThat(listener.url("/x")).isEqualTo("http://localhost:" + port + "/x");
  }

  @Test
  void anAddressToListenOnBecomesOneToCall() {
    assertThat(new Listener("server", "0.0.0.0", 8000, false).url(""))
        .isEqualTo("http://localhost:8000");
    assertThat(new Listener("server", "::1", 8000, false).url("")).isEqualTo("http://[::1]:8000");
    assertThat(new Listener("server", "api.x", 443, true).url("/y"))
        .isEqualTo("https://api.x:443/y");
  }
}
