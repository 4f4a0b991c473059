package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.Http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A client that makes its requests up, always the same ones for a seed. It touches only what it
 * created, so that it knows what has to be there.
 */
final class RandomClient {

  private static final String ALL = "/api/hyperfleet/v1";
  private static final List<String> COLLECTIONS =
      List.of("/clusters", "/channels", "/wifconfigs", "/nodepools", "/versions", "/resources");
  private static final Map<String, String> CHILDREN =
      Map.of("Cluster", "/nodepools", "Channel", "/versions");
  private static final List<String> KINDS =
      List.of("Cluster", "Channel", "WifConfig", "NodePool", "Version", "Nobody", "", "cluster");
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "a-b",
          "-",
          "UPPER",
          "\u00e9\u00e9\u00e9",
          "\ud83d\ude80",
          "a'; DROP TABLE clusters; --",
          "${jndi:ldap://x}",
          "%00",
          "../../etc/passwd",
          "\\u0000",
          "\\ud800",
          "\\u202e",
          "x".repeat(300));
  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.0",
          "1e5",
          "1e400",
          "1E-400",
          "123456789012345678901234567890",
          "0.1",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"a\":{\"a\":{\"a\":1}}}",
          "{\"a\":1,\"a\":2}",
          "nul",
          "");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?size=1",
          "?page=2&size=3",
          "?size=0",
          "?page=x",
          "?size=100&page=100000",
          "?kind=Cluster",
          "?kind=Nobody",
          "?ref_type=x&ref_target_id=y",
          "?ref_type=x",
          "?foo=%20&size=2");

  private static final List<String> ADAPTERS =
      List.of("validation", "dns", "pullsecret", "hypershift", "stranger", "");

  private final PackagedServer server;
  private final Random random;
  private final long seed;

  /** What was acknowledged last, by the path of the resource. */
  private final Map<String, JsonNode> known = new HashMap<>();

  private int names;

  RandomClient(PackagedServer server, long seed) {
    this.server = server;
    this.random = new Random(seed);
    this.seed = seed;
  }

  /** How many of that many requests were acknowledged. */
  int send(int requests) {
    int acknowledged = 0;
    for (int i = 0; i < requests; i++) {
      Answer answer = sendOne();
      assertThat(answer.status() < 500 || isTooMuchOfOthers(answer))
          .as("seed %d, request %d: %s %s", seed, i, answer.response().request(), answer.body())
          .isTrue();
      acknowledged += answer.status() < 300 ? 1 : 0;
    }
    return acknowledged;
  }

  /**
   * A list may hold what other suites stored, which may be large: then it is sent away in good
   * form.
   */
  private static boolean isTooMuchOfOthers(Answer answer) {
    return answer.status() == 503
        && answer.response().request().method().equals("GET")
        && !answer.header("Retry-After").isEmpty();
  }

  private Answer sendOne() {
    return switch (random.nextInt(14)) {
      case 10, 11, 12 -> Http.put(server.api(resource() + "/statuses"), report());
      case 13 -> Http.get(server.api(resource() + "/statuses" + pick(QUERIES)));
      case 0, 1, 2 -> create();
      case 3, 4 -> patch();
      case 5 -> Http.get(api(pick(COLLECTIONS) + pick(QUERIES)));
      case 6, 7 -> Http.get(server.api(resource()));
      case 8 -> delete();
      default -> Http.post(server.api(resource() + "/force-delete"), reason());
    };
  }

  private Answer create() {
    boolean proper = random.nextInt(3) > 0;
    String collection = proper ? pick(COLLECTIONS.subList(0, 3)) : pick(COLLECTIONS);
    String kind = proper ? kindOf(collection) : pick(KINDS);
    String path = ALL + collection;
    if (proper && random.nextInt(3) == 0) {
      JsonNode owner = known.get(resource());
      String children = owner == null ? null : CHILDREN.get(owner.at("/kind").asText());
      if (children != null) {
        path = owner.at("/href").asText() + children;
        kind = children.equals("/versions") ? "Version" : "NodePool";
      }
    }
    Answer answer = Http.post(server.api(path), createBody(kind));
    if (answer.status() == 201) {
      known.put(answer.json().at("/href").asText(), answer.json());
    }
    return answer;
  }

  private static String kindOf(String collection) {
    return switch (collection) {
      case "/clusters" -> "Cluster";
      case "/channels" -> "Channel";
      default -> "WifConfig";
    };
  }

  private String createBody(String kind) {
    String name = random.nextInt(4) > 0 ? "g" + seed + "-" + names++ : pick(TEXTS);
    List<String> members = new ArrayList<>();
    members.add("\"kind\":" + value("\"" + kind + "\""));
    members.add("\"name\":" + value("\"" + name + "\""));
    members.add("\"spec\":" + value(object(3)));
    addLabels(members);
    if (random.nextInt(8) == 0) {
      members.add("\"references\":" + value("{\"x\":[{\"id\":\"y\",\"kind\":\"Cluster\"}]}"));
    }
    return body(members);
  }

  private Answer patch() {
    String path = resource();
    List<String> members = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      members.add("\"spec\":" + value(object(3)));
    }
    addLabels(members);
    if (random.nextInt(10) == 0) {
      members.add("\"references\":{}");
    }
    if (random.nextInt(10) == 0) {
      members.add("\"name\":\"other\"");
    }
    Answer answer = Http.patch(server.api(path), body(members));
    if (answer.status() == 200) {
      known.put(answer.json().at("/href").asText(), answer.json());
    }
    return answer;
  }

  private void addLabels(List<String> members) {
    if (random.nextInt(3) == 0) {
      String key = random.nextBoolean() ? "env" : pick(TEXTS);
      members.add("\"labels\":{\"" + key + "\":" + value("\"" + pick(TEXTS) + "\"") + "}");
    }
  }

  private Answer delete() {
    return Http.method("DELETE", server.api(resource()));
  }

  private String report() {
    List<String> members = new ArrayList<>();
    members.add("\"adapter\":" + value("\"" + pick(ADAPTERS) + "\""));
    members.add("\"observed_generation\":" + value(String.valueOf(1 + random.nextInt(3))));
    List<String> conditions = new ArrayList<>();
    for (String type : List.of("Available", "Applied", "Health", "Finalized")) {
      String status = pick(List.of("True", "True", "False", "Unknown"));
      conditions.add(
          value(
              "{\"type\":%s,\"status\":%s,\"message\":%s}"
                  .formatted(
                      value("\"" + type + "\""),
                      value("\"" + status + "\""),
                      value("\"" + pick(TEXTS) + "\""))));
    }
    members.add("\"conditions\":" + value("[" + String.join(",", conditions) + "]"));
    members.add("\"data\":" + value(object(3)));
    if (random.nextInt(4) == 0) {
      members.add("\"metadata\":" + value("{\"attempt\":" + value("1") + "}"));
    }
    if (random.nextInt(8) == 0) {
      members.add("\"observed_time\":" + value("\"2026-08-21T10:00:00Z\""));
    }
    return body(members);
  }

  private String reason() {
    return body(List.of("\"reason\":" + value("\"" + pick(TEXTS) + "\"")));
  }

  /** Nearly always the one that is wanted. */
  private String value(String wanted) {
    return random.nextInt(12) > 0 ? wanted : pick(SCALARS);
  }

  /** Nearly always whole. */
  private String body(List<String> members) {
    String body = "{" + String.join(",", members) + "}";
    return random.nextInt(30) > 0 ? body : body.substring(0, random.nextInt(body.length()));
  }

  private String object(int depth) {
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String content =
          depth > 0 && random.nextInt(3) == 0
              ? object(depth - 1)
              : random.nextBoolean() ? "\"" + pick(TEXTS) + "\"" : pick(SCALARS.subList(0, 14));
      members.add("\"m" + i + "\":" + content);
    }
    return "{" + String.join(",", members) + "}";
  }

  /** One of its own, or a path to nothing. */
  private String resource() {
    if (known.isEmpty() || random.nextInt(10) == 0) {
      return ALL
          + pick(COLLECTIONS)
          + "/"
          + pick(List.of("x", "%20", "00000000-0000-7000-8000-000000000000"));
    }
    List<String> paths = known.keySet().stream().sorted().toList();
    return paths.get(random.nextInt(paths.size()));
  }

  private String api(String path) {
    return server.api(ALL + path);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What it changed last is what is read, unless it was removed since. */
  void assertNothingIsLost() {
    int found = 0;
    for (Map.Entry<String, JsonNode> resource : known.entrySet()) {
      Answer answer = Http.get(server.api(resource.getKey()));
      assertThat(answer.status()).as(answer.body()).isIn(200, 404);
      if (answer.status() == 200) {
        found++;
        assertThat(answer.json().at("/labels")).isEqualTo(resource.getValue().at("/labels"));
        assertThat(Values.same(answer.json().at("/spec"), resource.getValue().at("/spec")))
            .as(resource.getKey())
            .isTrue();
      }
    }
    assertThat(found).as("seed %d", seed).isPositive();
  }
}
