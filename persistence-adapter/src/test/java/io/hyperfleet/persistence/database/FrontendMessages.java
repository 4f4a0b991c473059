package io.hyperfleet.persistence.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a client of PostgreSQL sends on one connection, in version 3 of the protocol. */
final class FrontendMessages {

  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  private final DataInputStream in;
  private final Consumer<String> roundTrips;
  private final Map<String, String> prepared = new HashMap<>();
  private final List<String> pending = new ArrayList<>();

  FrontendMessages(InputStream in, Consumer<String> roundTrips) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.roundTrips = roundTrips;
  }

  /** Passes everything on, message by message, until the client hangs up. */
  void copyTo(OutputStream out) throws IOException {
    try {
      int code = copyStart(out);
      while (code == SSL_REQUEST || code == GSS_REQUEST) {
        code = copyStart(out);
      }
      while (true) {
        copyMessage(out);
      }
    } catch (EOFException end) {
      out.flush();
    }
  }

  /** The first message has no type. */
  private int copyStart(OutputStream out) throws IOException {
    byte[] body = new byte[in.readInt() - Integer.BYTES];
    in.readFully(body);
    ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + body.length);
    out.write(message.putInt(Integer.BYTES + body.length).put(body).array());
    return ByteBuffer.wrap(body).getInt();
  }

  private void copyMessage(OutputStream out) throws IOException {
    byte type = in.readByte();
    byte[] body = new byte[in.readInt() - Integer.BYTES];
    in.readFully(body);
    note((char) type, ByteBuffer.wrap(body));
    ByteBuffer message = ByteBuffer.allocate(1 + Integer.BYTES + body.length);
    out.write(message.put(type).putInt(Integer.BYTES + body.length).put(body).array());
  }

  private void note(char type, ByteBuffer body) throws IOException {
    switch (type) {
      case 'P' -> prepared.put(text(body), text(body));
      case 'B' -> {
        text(body);
        pending.add(prepared.get(text(body)));
      }
      case 'S' -> end();
      case 'Q' -> {
        pending.add(text(body));
        end();
      }
      default -> {
        // Executes, describes or closes what was bound, or says who connects.
      }
    }
  }

  /** A client that has sent more already does not wait here. */
  private void end() throws IOException {
    if (in.available() > 0) {
      return;
    }
    roundTrips.accept(String.join("; ", pending));
    pending.clear();
  }

  private static String text(ByteBuffer body) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte next = body.get(); next != 0; next = body.get()) {
      text.write(next);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
