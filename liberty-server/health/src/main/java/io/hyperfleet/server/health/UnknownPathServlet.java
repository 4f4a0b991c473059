package io.hyperfleet.server.health;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;

/** Anything that is no probe: the same problem that the API answers. */
@WebServlet("/")
public final class UnknownPathServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = escape(request.getRequestURI());
    Json.send(
        response,
        HttpServletResponse.SC_NOT_FOUND,
        "application/problem+json",
        "{\"type\":\"https://api.hyperfleet.io/errors/not-found\",\"title\":\"Endpoint Not Found\","
            + "\"status\":404,\"detail\":\"The requested endpoint '"
            + path
            + "' does not exist\",\"instance\":\""
            + path
            + "\",\"code\":\"HYPERFLEET-NTF-000\",\"timestamp\":\""
            + Clock.systemUTC().instant()
            + "\",\"trace_id\":\"\"}");
  }

  /** A raw path holds neither control characters nor line breaks, so two escapes suffice. */
  private static String escape(String path) {
    return path.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
