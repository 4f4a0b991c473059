package io.hyperfleet.server.health;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Takes GET and HEAD; any other method is told so in the form of the API. */
abstract class ProbeServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
      super.service(request, response);
      return;
    }
    response.setHeader("Allow", "GET, HEAD");
    Json.send(
        response,
        HttpServletResponse.SC_METHOD_NOT_ALLOWED,
        "text/plain; charset=utf-8",
        "Method Not Allowed");
  }
}
