package io.hyperfleet.cel;

import static io.hyperfleet.domain.status.ConditionStatus.FALSE;
import static io.hyperfleet.domain.status.ConditionStatus.TRUE;
import static io.hyperfleet.domain.status.ConditionStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleVariablesTest {

  private static final Resource SITE =
      ResourceFixture.root(new Kind("Site")).named("north").build();

  private static final Resource GAUGE =
      ResourceFixture.childOf(SITE, new Kind("Gauge"))
          .named("g-1")
          .withLabels(Map.of("a", "b"))
          .withSpec(
              """
              {"limit": 12, "ratio": 2.5, "on": true, "none": null, "list": [1, "x", {"a": 1}],
               "big": 123456789012345678901234567890, "beyond": 1e400, "word": "é"}""")
          .inTenancy("{\"org\":\"acme\"}")
          .withGeneration(3)
          .createdAt(Instant.parse("2026-08-21T10:00:00.123456Z"))
          .updated(Instant.parse("2026-08-21T11:00:00Z"), "carol")
          .build();

  private final Evaluating seen =
      new Evaluating(
          GAUGE,
          Reports.of(
              "probe",
              "{\"value\": \"seven\", \"apiToken\": \"t\"}",
              Reports.says("Available", TRUE, "Up", "it is up"),
              Reports.says("Health", FALSE)),
          Reports.of("torn", "{}", Reports.says("Available", TRUE), Reports.says("Odd", UNKNOWN)),
          Reports.of("calibrator", "{}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resource.CreatedTime                   | 2026-08-21T10:00:00.123456Z
          resource.UpdatedTime                   | 2026-08-21T11:00:00Z
          timestamp(resource.UpdatedTime) > timestamp(resource.CreatedTime) | true
          resource.kind                          | Gauge
          resource.name                          | g-1
          resource.created_by                    | alice@example.com
          resource.updated_by                    | carol
          resource.tenancy.org                   | acme
          resource.generation                    | 3
          resource.generation == 3               | true
          resource.generation > 2 && resource.generation < 3.5 | true
          type(resource.generation) == double    | true
          resource.owner_kind                    | Site
          has(resource.deleted_by)               | false
          has(resource.deleted_time)             | false
          resource.?deleted_time.hasValue()      | false
          has(resource.labels)                   | false
          has(resource.conditions)               | false
          has(resource.references)               | false
          has(resource.id)                       | false
          size(resource)                         | 14
          resource.spec.limit                    | 12
          type(resource.spec.limit) == double    | true
          resource.spec.ratio                    | 2.5
          resource.spec.on                       | true
          resource.spec.none == null             | true
          has(resource.spec.none)                | true
          resource.spec.list[1]                  | x
          resource.spec.list[2].a                | 1
          resource.spec.big                      | 1.2345678901234568e+29
          resource.spec.beyond == null           | true
          resource.spec.word                     | é
          resource.?spec.?nothing.orValue("n")   | n
          resource.?spec.?limit.optMap(l, l + 1.0).orValue(0.0) | 13
          size(statuses)                         | 2
          statuses.map(s, s.adapter)             | ["probe","calibrator"]
          statuses[0].observed_generation        | 2
          type(statuses[0].observed_generation) == double | true
          statuses[0].conditions[0]              | {"message":"it is up","reason":"Up","status":"True","type":"Available"}
          statuses[0].conditions[1]              | {"message":"","reason":"","status":"False","type":"Health"}
          statuses[0].data                       | {"apiToken":"***REDACTED***","value":"seven"}
          statuses[1].conditions                 | []
          statuses[1].data                       | {}
          """)
  void anExpressionSeesWhatIsPublished(String expression, String text) {
    assertThat(seen.text(expression)).isEqualTo(text);
  }

  @Test
  void theResourceAndItsOwnerAreNamed() {
    assertThat(seen.text("resource.ID")).isEqualTo(GAUGE.id().toString());
    assertThat(seen.text("resource.href")).isEqualTo(GAUGE.href());
    assertThat(seen.text("resource.owner_id")).isEqualTo(SITE.id().toString());
    assertThat(seen.text("resource.owner_href")).isEqualTo(SITE.href());
  }

  @Test
  void aRootHasNoOwner() {
    Evaluating root = new Evaluating(SITE);

    assertThat(root.text("size(resource)")).isEqualTo("11");
    assertThat(root.text("resource.exists(key, key.startsWith('owner'))")).isEqualTo("false");
  }

  @Test
  void aMarkedResourceSaysByWhomAndWhen() {
    Evaluating marked = new Evaluating(ResourceFixture.cluster().deleted().build());

    assertThat(marked.text("resource.deleted_by")).isEqualTo("bob@example.com");
    assertThat(marked.text("resource.deleted_time")).isEqualTo(ResourceFixture.DELETED.toString());
    assertThat(marked.text("resource.?deleted_time.hasValue()")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "secret",
        "token",
        "apikey",
        "privatekey",
        "secretkey",
        "accesskey",
        "sshkey",
        "encryptionkey",
        "accountkey",
        "servicekey",
        "registrykey",
        "signingkey",
        "credential",
        "api_key",
        "passphrase",
        "private",
        "auth",
        "connection",
        "cert",
        "kubeconfig",
        "bearer",
        "adminPassword",
        "TOKEN",
        "certificates",
        "ConnectionString",
        "authorization"
      })
  void whatMayBeASecretIsWithheldWhereverItStands(String name) {
    String json =
        "{\"%1$s\":{\"a\":1},\"in\":[[{\"%1$s\":1}]],\"a\":{\"%1$s\":null}}".formatted(name);
    String mask = "\"***REDACTED***\"";
    String masked =
        "{\"%1$s\":%2$s,\"in\":[[{\"%1$s\":%2$s}]],\"a\":{\"%1$s\":%2$s}}".formatted(name, mask);

    assertThat(Evaluating.spec(json).text("dig(resource.spec, 'a.%s')".formatted(name)))
        .isEqualTo("***REDACTED***");
    assertThat(Evaluating.spec(json).text("resource.spec == " + masked)).isEqualTo("true");
    assertThat(Evaluating.data(json).text("statuses[0].data == " + masked)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partitionKey", "sortkey", "passwort", "key", "api-key", "bear"})
  void whatOnlyLooksLikeASecretIsShown(String name) {
    assertThat(Evaluating.spec("{\"%s\":\"x\"}".formatted(name)).text("resource.spec"))
        .isEqualTo("{\"%s\":\"x\"}".formatted(name));
  }

  @ParameterizedTest
  @CsvSource({"spec, 18", "tenancy, 18", "data, 19"})
  void whatIsTooDeepIsEmpty(String where, int levels) {
    String json = "{\"a\":".repeat(levels) + "{\"b\":1,\"c\":[2]}" + "}".repeat(levels);
    String deeper = "{\"a\":" + json + "}";
    String last = "{\"a\":".repeat(levels) + "{\"b\":1,\"c\":[]}" + "}".repeat(levels);
    String cut = "{\"a\":".repeat(levels + 1) + "{}" + "}".repeat(levels + 1);

    assertThat(text(where, json)).isEqualTo(last);
    assertThat(text(where, deeper)).isEqualTo(cut);
  }

  @Test
  void anArrayThatIsTooDeepIsEmptyToo() {
    String json = "{\"a\":" + "[".repeat(18) + "[1]" + "]".repeat(18) + "}";

    assertThat(text("spec", json))
        .isEqualTo("{\"a\":" + "[".repeat(18) + "[]" + "]".repeat(18) + "}");
  }

  @Test
  void theDeepestDocumentThatIsTakenCanBeAskedFor() {
    String json = "{\"a\":".repeat(499) + "{}" + "}".repeat(499);

    assertThat(text("data", json)).startsWith("{\"a\":{\"a\":");
  }

  @Test
  void messagesAndReasonsOfAdaptersAreShownAsTheyAre() {
    Evaluating told =
        new Evaluating(
            SITE, Reports.of("a", "{}", Reports.says("T", TRUE, "password=p", "token: t")));

    assertThat(told.text("statuses[0].conditions[0].reason")).isEqualTo("password=p");
    assertThat(told.text("statuses[0].conditions[0].message")).isEqualTo("token: t");
  }

  @Test
  void dataThatNoExpressionAsksForIsNotRead() {
    Evaluating unread = Evaluating.data("{no JSON");

    assertThat(unread.text("statuses[0].adapter")).isEqualTo("probe");
    assertThat(unread.text("string(has(statuses[0].data))")).isEqualTo("true");
  }

  private static String text(String where, String json) {
    Evaluating evaluating =
        where.equals("data")
            ? Evaluating.data(json)
            : new Evaluating(
                ResourceFixture.root(new Kind("Gauge")).withSpec(json).inTenancy(json).build());
    return evaluating.text(where.equals("data") ? "statuses[0].data" : "resource." + where);
  }
}
