package io.hyperfleet.server;

import io.hyperfleet.server.Http.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page in Markdown: what stands in its blocks of {@code sh}, in the few forms of
 * {@code curl} that such pages have. A status stands above its command.
 */
final class CurlPage {

  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?s)(?:# (?<status>\\d{3})\n)?(?:(?<variable>\\w+)=\\$\\()?curl -s"
              + "(?: -X (?<method>[A-Z]+))? \"?\\$API(?<path>[^\\s\"]+)\"?(?: -d '(?<body>[^']*)')?"
              + " \\| jq (?:-r )?[._a-z]+\\)?\n");

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

  private final String markdown;

  CurlPage(String markdown) {
    this.markdown = markdown;
  }

  /** What was asked, which status the page promises (empty: any that is no refusal), what came. */
  record Exchange(String command, Optional<Integer> status, Answer answer) {

    boolean isAsPromised() {
      return status.isPresent()
          ? status.get() == answer.status()
          : answer.status() == 200 || answer.status() == 201;
    }
  }

  /** Runs all commands in their order. */
  List<Exchange> run(String api) {
    Map<String, String> variables = new HashMap<>();
    List<Exchange> exchanges = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(markdown).results().toList()) {
      Matcher command = COMMAND.matcher(block.group(1));
      int end = 0;
      while (command.find() && command.start() == end) {
        exchanges.add(run(api, command, variables));
        end = command.end();
      }
      if (end != block.group(1).length()) {
        throw new AssertionError("not understood: " + block.group(1).substring(end));
      }
    }
    return exchanges;
  }

  private static Exchange run(String api, Matcher command, Map<String, String> variables) {
    String path =
        VARIABLE.matcher(command.group("path")).replaceAll(it -> variables.get(it.group(1)));
    String body = command.group("body");
    String method =
        Optional.ofNullable(command.group("method")).orElse(body == null ? "GET" : "POST");
    Answer answer =
        Http.send(
            HttpRequest.newBuilder(URI.create(api + path))
                .method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    if (command.group("variable") != null) {
      variables.put(command.group("variable"), answer.json().path("id").asText());
    }
    return new Exchange(
        command.group(),
        Optional.ofNullable(command.group("status")).map(Integer::valueOf),
        answer);
  }
}
