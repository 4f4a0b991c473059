package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page to try the API, in a browser. */
@ResourceLock(SharedServer.TURN)
class ApiBrowserIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  /** Waits for the form of an operation, fills and sends it, and waits for what it shows. */
  private static final String SEND =
      """
      new Promise(function (done) {
        function when(found, then) {
          var value = found();
          if (value) { then(value); } else { setTimeout(function () { when(found, then); }, 20); }
        }
        function form() {
          return Array.from(document.querySelectorAll("details")).filter(function (details) {
            return details.querySelector("summary").textContent.startsWith("%s");
          }).map(function (details) { return details.querySelector("form"); })[0];
        }
        when(form, function (form) {
          var body = form.querySelector("textarea");
          if (body) { body.value = body.value.replace("example-1", "%s"); }
          form.requestSubmit();
          when(function () {
            var answer = form.querySelector("pre");
            return answer && answer.textContent.length > 1 && answer.textContent;
          }, done);
        });
      })
      """;

  @TempDir private Path profile;

  @Test
  void whoOpensThePageCanCreateAndListWithoutAnythingElse() throws Exception {
    String name = Names.next();
    try (Browser browser =
        Browser.open(SHARED.server().api("/api/hyperfleet/v1/openapi.html"), profile, getClass())) {
      assertThat(browser.evaluate(SEND.formatted("POST/api/hyperfleet/v1/clusters ", name)))
          .startsWith("201 Created\nX-Request-ID: ")
          .contains("\"name\": \"" + name + "\"");
      assertThat(browser.evaluate(SEND.formatted("GET/api/hyperfleet/v1/clusters ", "")))
          .startsWith("200 OK")
          .contains("\"name\": \"" + name + "\"");
    }
  }
}
