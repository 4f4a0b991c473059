package io.hyperfleet.server.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Answers 200 while requests may be sent here. */
@WebServlet("/readyz")
public final class ReadyzServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient ReadinessProbe readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReadinessProbe.Answer answer = readiness.answer();
    String reason = answer.reason().map(text -> ",\"reason\":\"" + text + "\"").orElse("");
    Json.send(
        response,
        answer.isOk() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "{\"status\":\"" + answer.status() + "\"" + reason + "}");
  }
}
