package io.hyperfleet.server.edge;

import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.HttpResponse;
import com.ibm.wsspi.http.WorkClassifier;
import java.util.concurrent.Executor;

/**
 * Answers with a bare status what the server would answer with a page of its own, before any filter
 * of any application. The server asks who is to execute a request: nobody is to execute these.
 */
final class Unroutable implements WorkClassifier {

  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;

  @Override
  public Executor classify(HttpRequest request, HttpInboundConnection connection) {
    if (!RequestTarget.leadsSomewhere(request.getURI())) {
      return task -> refuse(connection, BAD_REQUEST, "Connection", "close");
    }
    if (request.getMethod().equals("TRACE") && !isOfApi(request.getURI())) {
      return task -> refuse(connection, METHOD_NOT_ALLOWED, "Allow", "GET, HEAD");
    }
    return null;
  }

  /** The API application names the methods that it takes, whatever the server thinks of TRACE. */
  private static boolean isOfApi(String path) {
    return path.startsWith(Audience.API_ROOT + "/");
  }

  private static void refuse(
      HttpInboundConnection connection, int status, String header, String value) {
    HttpResponse response = connection.getResponse();
    response.setStatus(status);
    response.setHeader(header, value);
    response.setContentLength(0);
    connection.finish(null);
  }
}
