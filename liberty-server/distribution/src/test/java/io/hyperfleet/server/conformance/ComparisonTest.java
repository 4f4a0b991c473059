package io.hyperfleet.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final String UUID = "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";

  private final Variables variables =
      new Variables(new Random(1), Instant.parse("2026-08-21T10:00:00.5Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | null",
        "true | true",
        "1 | 1.0",
        "1e300 | 10e299",
        "[1,\"a\"] | [1,\"a\"]",
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "\"<any>\" | null",
        "\"<any>\" | {\"a\":1}",
        "\"<text>\" | \"x\"",
        "\"<uuid>\" | \"" + UUID + "\"",
        "\"/a/<uuid>/b/<uuid>\" | \"/a/" + UUID + "/b/" + UUID + "\"",
        "\"<time>\" | \"2026-08-21T10:00:00.123456Z\"",
        "\"<time>\" | \"2026-08-21T12:00:00+02:00\"",
        "\"<time-sec>\" | \"2026-08-21T10:00:00Z\"",
        "\"<prefix:a {{name}}>\" | \"a b c\"",
        "\"({{name}})\" | \"(b)\"",
        "\"{{number}}\" | 7",
        "{\"x-{{name}}\":1} | {\"x-b\":1}",
        "\"{{time}}\" | \"2026-08-21T12:00:00.123457+02:00\"",
        "\"{{now+60s}}\" | \"2026-08-21T10:01:00Z\"",
        "{\"list\":[1,2,2]} | {\"list\":[2,1,2]}",
        "{\"a\":[{\"list\":[1,2]}]} | {\"a\":[{\"list\":[2,1]}]}",
        "{\"references\":{\"r\":[1,2]}} | {\"references\":{\"r\":[2,1]}}",
        "{\"detail\":\"label validation failed\",\"errors\":[1,2]}"
            + " | {\"detail\":\"label validation failed\",\"errors\":[2,1]}"
      })
  void theseAreTheSame(String expected, String actual) {
    assertThat(differences(expected, actual)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | false | $",
        "1 | 2 | $",
        "123456789012345678 | 123456789012345679 | $",
        "1 | \"1\" | $",
        "\"1\" | 1 | $",
        "[1,2] | [2,1] | $[0]",
        "[1] | [1,1] | $",
        "[] | {} | $",
        "{\"a\":1} | [] | $",
        "{\"a\":1} | {} | $.a",
        "{} | {\"a\":null} | $.a",
        "{\"a\":{\"b\":[0,{\"c\":1}]}} | {\"a\":{\"b\":[0,{\"c\":2}]}} | $.a.b[1].c",
        "\"<text>\" | \"\" | $",
        "\"<text>\" | null | $",
        "\"<uuid>\" | \"" + UUID + "0\" | $",
        "\"<uuid>\" | \"0198C0DE-7a11-7c3e-9b1f-3f5d0e9a1c22\" | $",
        "\"a.<uuid>\" | \"ab" + UUID + "\" | $",
        "\"<time>\" | \"2026-08-21 10:00:00Z\" | $",
        "\"<time-sec>\" | \"2026-08-21T10:00:00.5Z\" | $",
        "\"<prefix:a>\" | \"b\" | $",
        "\"{{name}}\" | \"c\" | $",
        "\"{{time}}\" | \"2026-08-21T10:00:00.123459Z\" | $",
        "{\"list\":[1,2,2]} | {\"list\":[1,1,2]} | $.list",
        "{\"other\":[1,2]} | {\"other\":[2,1]} | $.other[0]",
        "{\"detail\":\"x\",\"errors\":[1,2]} | {\"detail\":\"x\",\"errors\":[2,1]} | $.errors[0]"
      })
  void theseDifferAndTheFirstPlaceIsTold(String expected, String actual, String place) {
    assertThat(differences(expected, actual).get(0)).startsWith(place + ": ");
  }

  @Test
  void everyDifferenceIsTold() {
    assertThat(differences("{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":2,\"c\":3,\"d\":4}"))
        .containsExactlyInAnyOrder(
            "$.a: expected 1, got 2", "$.b: missing, expected 2", "$.d: unexpected 4");
  }

  private List<String> differences(String expected, String actual) {
    variables.save("name", TextNode.valueOf("b"));
    variables.save("number", Json.read("7"));
    variables.save("time", TextNode.valueOf("2026-08-21T10:00:00.123456Z"));
    JsonNode wanted = Json.read(expected);
    return new Comparison(variables, wanted, Set.of("$.list", "$.a[*].list"))
        .of(wanted, Json.read(actual));
  }
}
