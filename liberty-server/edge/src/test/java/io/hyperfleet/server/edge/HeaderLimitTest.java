package io.hyperfleet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderLimitTest {

  private static final Duration ALMOST = HeaderLimit.LIMIT.minusNanos(1);

  private final Map<Socket, Integer> unread = new HashMap<>();
  private final List<Socket> ended = new ArrayList<>();
  private long waited;
  private long now = Long.MAX_VALUE - 5; // where the clock of Java may stand
  private final HeaderLimit limit = new HeaderLimit(() -> unread, () -> waited, () -> now);

  private final Socket connection = new Connection();
  private final Socket other = new Connection();

  private final class Connection extends Socket {
    @Override
    public void shutdownInput() {
      ended.add(this);
    }
  }

  private void lookAfter(Duration time) {
    now += time.toNanos();
    limit.look();
  }

  @Test
  void aConnectionWhoseHeadersDoNotComeIsEndedAtTheLimit() {
    unread.put(connection, Connections.BEFORE_HTTP);
    limit.look();

    lookAfter(ALMOST);
    assertThat(ended).isEmpty();

    lookAfter(Duration.ofNanos(1));
    assertThat(ended).containsExactly(connection);
  }

  @Test
  void eachConnectionHasItsOwnTime() {
    unread.put(connection, 0);
    limit.look();
    unread.put(other, 0);
    lookAfter(ALMOST);
    lookAfter(Duration.ofNanos(1));

    assertThat(ended).containsExactly(connection);
  }

  @Test
  void theHeadersOfTheNextRequestHaveTheirOwnTime() {
    unread.put(connection, 0);
    limit.look();
    unread.put(connection, 1);
    lookAfter(ALMOST);
    lookAfter(ALMOST);
    assertThat(ended).isEmpty();

    lookAfter(Duration.ofNanos(1));
    assertThat(ended).containsExactly(connection);
  }

  @Test
  void aConnectionThatWasReadInBetweenBeginsAnew() {
    unread.put(connection, 0);
    limit.look();
    unread.clear();
    lookAfter(ALMOST);
    unread.put(connection, 0);
    lookAfter(ALMOST);
    lookAfter(ALMOST);

    assertThat(ended).isEmpty();
  }

  @Test
  void theTimeInWhichRequestsWaitForAThreadDoesNotCount() {
    unread.put(connection, 0);
    limit.look();
    waited = HeaderLimit.SHORT_OF_THREADS.toNanos();
    lookAfter(HeaderLimit.LIMIT);
    waited--;
    lookAfter(HeaderLimit.LIMIT);
    assertThat(ended).isEmpty();

    lookAfter(HeaderLimit.LIMIT);
    assertThat(ended).containsExactly(connection);
  }

  @Test
  void aConnectionThatIsClosedAlreadyDoesNotSpareTheOthers() {
    Socket closed =
        new Socket() {
          @Override
          public void shutdownInput() throws IOException {
            throw new SocketException("closed");
          }
        };
    unread.put(closed, 0);
    unread.put(connection, 0);
    unread.put(other, 0);
    limit.look();
    lookAfter(HeaderLimit.LIMIT);

    assertThat(ended).containsExactlyInAnyOrder(connection, other);
  }
}
