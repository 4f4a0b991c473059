package io.hyperfleet.server.edge;

import java.lang.reflect.Constructor;
import java.util.Map;

/**
 * What the server thinks of each status. It closes the connection after those that it takes for
 * errors of the protocol, and clients who are told that something does not exist would connect anew
 * each time. An answer that is to end its connection says so itself.
 */
final class StatusTable {

  private static final String ENTRY = "com.ibm.wsspi.http.channel.values.StatusCodes";

  /** Whatever the applications answer with, and its phrase. */
  private static final Map<Integer, String> ANSWERS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(428, "Precondition Required"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  private StatusTable() {}

  /** Replaces the entries, which is what making one does. */
  static void keepConnections() throws ReflectiveOperationException {
    Constructor<?> entry =
        Class.forName(ENTRY).getConstructor(int.class, String.class, boolean.class);
    for (Map.Entry<Integer, String> answer : ANSWERS.entrySet()) {
      entry.newInstance(answer.getKey(), answer.getValue(), false);
    }
  }
}
