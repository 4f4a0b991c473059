package io.hyperfleet.bench.bare;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/** The floor: HTTP, the web container and nothing else. */
@WebServlet("/servlet")
public class BareServlet extends HttpServlet {

  /** As long as what the simplest route of the API answers. */
  static final String JSON =
      """
      {"id":"bare","kind":"API","href":"/bare","version":"1","build_time":"2026-11-20T00:00:00Z"}""";

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = JSON.getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
