package io.hyperfleet.rest.body;

import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.json.JsonWeight;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of one body. Memory is taken as they arrive, not as they are announced: a client that
 * sends slowly, or nothing, keeps none from others. What is made of them is taken once they are
 * there.
 */
final class BodyBytes {

  private static final int FIRST = 8192;

  private final int limit;
  private final MemoryShare memory;
  private byte[] bytes;
  private int length;

  BodyBytes(BodyLimit limit, MemoryShare memory) {
    this.limit = (int) limit.bytes();
    this.memory = memory;
    this.bytes = new byte[Math.min(FIRST, this.limit + 1)];
  }

  byte[] read(InputStream body) throws IOException {
    try {
      gather(body);
      return weighed(Arrays.copyOf(bytes, length));
    } catch (FleetException refused) {
      // Who is still sending would find the connection cut, and not the answer.
      discardRest(body);
      throw refused;
    }
  }

  private void gather(InputStream body) throws IOException {
    for (int more = 0; more >= 0; more = body.read(bytes, length, bytes.length - length)) {
      length += more;
      if (length > limit) {
        throw FleetException.tooLarge(limit);
      }
      if (length == bytes.length) {
        memory.take(length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, limit + 1L));
      }
    }
  }

  private void discardRest(InputStream body) throws IOException {
    int left = limit - length;
    for (int more = 0; more >= 0 && left > 0; more = body.read(bytes, 0, bytes.length)) {
      left -= more;
    }
  }

  private byte[] weighed(byte[] whole) {
    long weight = JsonWeight.of(whole);
    if (!memory.couldTake(weight)) {
      throw FleetException.tooLargeForMemory();
    }
    memory.take(weight);
    return whole;
  }
}
