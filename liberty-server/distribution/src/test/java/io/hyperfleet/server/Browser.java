package io.hyperfleet.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, asked by its own protocol. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LISTENS = "DevTools listening on ";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final String address;

  private Browser(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Skips the test where there is none, and says so. */
  static Browser open(String page, Path profile, Class<?> test) throws IOException {
    String reason = "SKIPPED " + test.getSimpleName() + ": chromium is not installed";
    Path program =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (program == null) {
      System.getLogger(Browser.class.getName()).log(System.Logger.Level.WARNING, reason);
    }
    assumeTrue(program != null, reason);
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                page)
            .redirectErrorStream(true)
            .start();
    return new Browser(process, address(process));
  }

  private static String address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith(LISTENS)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("chromium ended with " + process.onExit().join().exitValue());
    }
    URI socket = URI.create(line.substring(LISTENS.length()));
    return socket.getHost() + ":" + socket.getPort();
  }

  /** What a promise in the page comes to, as text. */
  String evaluate(String script) throws Exception {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(page()), new Listener(answer))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Map<String, Object> parameters =
        Map.of("expression", script, "awaitPromise", true, "returnByValue", true);
    socket
        .sendText(
            JSON.writeValueAsString(
                Map.of("id", 1, "method", "Runtime.evaluate", "params", parameters)),
            true)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonNode result = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    socket.abort();
    return result.at("/result/result/value").asText(result.toString());
  }

  private String page() {
    JsonNode pages = Http.get("http://" + address + "/json/list").json();
    return List.copyOf(pages.findParents("webSocketDebuggerUrl")).stream()
        .filter(target -> target.at("/type").asText().equals("page"))
        .findFirst()
        .orElseThrow()
        .at("/webSocketDebuggerUrl")
        .asText();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Collects the parts of the first message, which is the answer. */
  private static final class Listener implements WebSocket.Listener {

    private final CompletableFuture<JsonNode> answer;
    private final StringBuilder text = new StringBuilder();

    Listener(CompletableFuture<JsonNode> answer) {
      this.answer = answer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        answer.complete(Http.json(text.toString()));
      }
      socket.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }
}
