package io.hyperfleet.hostile.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.hostile.shape.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attacks on a server that says the same whatever it is asked. */
class AttacksTest {

  private static final String NOSNIFF = "X-Content-Type-Options: nosniff\r\n";
  private static final String BARE = "HTTP/1.1 400 Bad\r\n" + NOSNIFF + "Content-Length: 0\r\n\r\n";

  private final ServerSocket listener = open();

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ports answering(String answer) {
    Thread server = new Thread(() -> serve(answer), "server");
    server.setDaemon(true);
    server.start();
    int port = listener.getLocalPort();
    return new Ports(port, port, port);
  }

  private void serve(String answer) {
    while (true) {
      try (Socket client = listener.accept()) {
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        client.shutdownOutput();
        client.getInputStream().readAllBytes();
      } catch (IOException closedOrReset) {
        if (listener.isClosed()) {
          return;
        }
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  private static void strike(Attack attack, Ports ports) {
    attack.strike(Choice.seeded(1), ports);
  }

  @Test
  void aServerThatRefusesAndHangsUpStandsTheFraming() {
    Ports ports = answering(BARE);

    assertThatCode(() -> strike(new Smuggling(), ports)).doesNotThrowAnyException();
  }

  @Test
  void aServerThatAnswersWhatFollowsIsFound() {
    Ports ports = answering(BARE + BARE);

    assertThatThrownBy(() -> strike(new Smuggling(), ports))
        .isInstanceOf(Finding.class)
        .hasMessage("what followed was answered");
  }

  @Test
  void aServerThatTakesWhatIsMalformedIsFound() {
    Ports ports = answering("HTTP/1.1 200 OK\r\n" + NOSNIFF + "Content-Length: 0\r\n\r\n");

    assertThatThrownBy(() -> strike(new Smuggling(), ports)).hasMessageContaining("taken");
  }

  @Test
  void aPageOfTheServersOwnIsFoundWithWhatWasSent() {
    Ports ports =
        answering(
            "HTTP/1.1 404 No\r\n"
                + NOSNIFF
                + "Content-Type: text/html\r\nContent-Length: 0\r\n\r\n");

    assertThatThrownBy(() -> strike(new Targets(), ports))
        .isInstanceOfSatisfying(
            Finding.class, found -> assertThat(found.sent()).contains("HTTP/1.1"))
        .hasMessageContaining("a page of the server's own");
  }

  @Test
  void anHonestClientThatIsNotServedIsFound() {
    Ports ports = answering(BARE);

    assertThatThrownBy(() -> strike(new HonestClient(), ports)).hasMessageContaining("not done");
  }
}
