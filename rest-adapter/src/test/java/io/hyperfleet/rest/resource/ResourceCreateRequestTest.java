package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.json.JsonReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceCreateRequestTest {

  private static ResourceRequest read(String json) {
    return ResourceCreateRequest.of(JsonReader.members(json), true);
  }

  private static FleetException refusal(String json) {
    return catchThrowableOfType(FleetException.class, () -> read(json));
  }

  @Nested
  class Accepted {

    @Test
    void allMembersArriveAsSent() {
      ResourceRequest request =
          read(
              """
              {"kind":"Cluster","name":"c-1","spec":{"b":1.0,"a":[1e2,null]},
               "labels":{"env":"prod","team":"a"},
               "references":{"wif":[{"id":"1","kind":"WifConfig","href":"/x","more":1}],"dep":[]},
               "id":7,"status":"ignored"}
              """);
      assertThat(request.kind()).contains("Cluster");
      assertThat(request.name()).contains("c-1");
      assertThat(request.spec()).contains(new Document("{\"b\":1.0,\"a\":[1e2,null]}"));
      assertThat(request.labels()).isEqualTo(Map.of("env", "prod", "team", "a"));
      assertThat(request.references())
          .isEqualTo(
              Map.of("dep", List.of(), "wif", List.of(new ReferenceRequest("1", "WifConfig"))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "{}",
          "{\"kind\":null,\"name\":null,\"labels\":null,\"references\":null}",
          "{\"Kind\":\"Cluster\",\"SPEC\":7}"
        })
    void nullAndUnknownMembersAreAbsent(String json) {
      ResourceRequest request = read(json);
      assertThat(request.kind()).isEmpty();
      assertThat(request.name()).isEmpty();
      assertThat(request.spec()).isEmpty();
      assertThat(request.labels()).isEmpty();
      assertThat(request.references()).isEmpty();
    }

    @Test
    void aWholeBodyOfNullLacksItsKind() {
      ResourceRequest request = read("null");
      assertThat(
              catchThrowableOfType(
                  FleetException.class, () -> ResourceDraft.accept(KindFixture.CLUSTER, request)))
          .hasMessage("kind is required");
    }
  }

  @Test
  void aLabelWithoutAValueIsNone() {
    assertThat(refusal("{\"labels\":{\"a\":null}}")).hasMessage("field 'labels' must be a string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"spec\":null}",
        "{\"spec\":[]}",
        "{\"spec\":\"x\"}",
        "{\"spec\":1}",
        "{\"spec\":false}",
        "{\"kind\":1,\"labels\":2,\"spec\":null}"
      })
  void aSpecOtherThanAnObjectIsToldBeforeAnythingElse(String json) {
    FleetException refused = refusal(json);
    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
    assertThat(refused).hasMessage("spec field must be an object");
    assertThat(refused.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":1}                                          | field 'kind' must be a string
          {"kind":{}}                                         | field 'kind' must be a string
          {"name":true}                                       | field 'name' must be a string
          {"name":["x"]}                                      | field 'name' must be a string
          {"labels":"x"}                                      | field 'labels' must be an object
          {"labels":[]}                                       | field 'labels' must be an object
          {"labels":{"a":"b","c":1}}                          | field 'labels' must be a string
          {"labels":{"a":{}}}                                 | field 'labels' must be a string
          {"references":[]}                                   | field 'references' must be an object
          {"references":{"a":{}}}                             | field 'references' must be an array
          {"references":{"a":"x"}}                            | field 'references' must be an array
          {"references":{"a":[1]}}                            | field 'references' must be an object
          {"references":{"a":[[]]}}                           | field 'references' must be an object
          {"references":{"a":[{"id":1}]}}                     | field 'references.id' must be a string
          {"references":{"a":[{"id":"1"},{"kind":{}}]}}       | field 'references.kind' must be a string
          {"references":{"a":[{"href":[]}]}}                  | field 'references.href' must be a string
          {"references":{"a":[{"kind":1,"id":2}]}}            | field 'references.kind' must be a string
          {"name":1,"kind":2}                                 | field 'name' must be a string
          {"labels":{"a":1},"kind":2,"spec":{}}               | field 'labels' must be a string
          {"x":1,"references":3,"name":2}                     | field 'references' must be an object
          """)
  void theFirstMemberOfTheWrongTypeIsTold(String json, String detail) {
    FleetException refused = refusal(json);
    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
    assertThat(refused).hasMessage(detail);
  }

  @Test
  void nullsWithinReferencesAreAbsentValues() {
    assertThat(read("{\"references\":{\"a\":null,\"b\":[null,{\"id\":null}]}}").references())
        .isEqualTo(
            Map.of(
                "a",
                List.of(),
                "b",
                List.of(new ReferenceRequest("", ""), new ReferenceRequest("", ""))));
  }
}
