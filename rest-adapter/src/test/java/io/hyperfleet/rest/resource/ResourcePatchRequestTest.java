package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.json.JsonReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePatchRequestTest {

  private static PatchRequest read(String json, boolean schemaFirst) {
    return ResourcePatchRequest.of(JsonReader.members(json), schemaFirst);
  }

  private static FleetException refusal(String json, boolean schemaFirst) {
    return catchThrowableOfType(FleetException.class, () -> read(json, schemaFirst));
  }

  @Test
  void everythingThatMayChangeArrivesAsSent() {
    PatchRequest request =
        read(
            """
            {"spec":{"a":[1e2,null]},"labels":{"env":"prod"},
             "references":{"wif":[{"id":"1","kind":"WifConfig"}],"dep":[]}}
            """,
            true);

    assertThat(request.spec()).contains(new Document("{\"a\":[1e2,null]}"));
    assertThat(request.labels()).contains(Map.of("env", "prod"));
    assertThat(request.references().orElseThrow())
        .isEqualTo(
            Map.of("dep", List.of(), "wif", List.of(new ReferenceRequest("1", "WifConfig"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"spec\":null,\"labels\":null,\"references\":null}"})
  void nullIsAbsent(String json) {
    PatchRequest request = read(json, false);

    assertThat(request.spec()).isEmpty();
    assertThat(request.labels()).isEmpty();
    assertThat(request.references()).isEmpty();
  }

  @Test
  void emptyIsNotAbsent() {
    PatchRequest request = read("{\"spec\":{},\"labels\":{},\"references\":{}}", true);

    assertThat(request.spec()).contains(Document.EMPTY_OBJECT);
    assertThat(request.labels()).contains(Map.of());
    assertThat(request.references().orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "kind", "id", "generation", "status", "tenancy", "Spec", "x y"})
  void whatCannotBeChangedIsRefusedWhateverItHolds(String member) {
    FleetException refusal = refusal("{\"spec\":{},\"" + member + "\":null}", true);

    assertThat(refusal)
        .hasMessage("Invalid request format: json: unknown field \"" + member + "\"");
    assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"spec":"x"}               | field 'spec' must be an object
          {"spec":[]}                | field 'spec' must be an object
          {"labels":"x"}             | field 'labels' must be an object
          {"labels":{"a":1}}         | field 'labels' must be a string
          {"references":[]}          | field 'references' must be an object
          {"references":{"r":{}}}    | field 'references' must be an array
          {"references":{"r":["x"]}} | field 'references' must be an object
          {"references":{"r":[{"id":1}]}} | field 'references.id' must be a string
          {"labels":1,"name":"x"}    | field 'labels' must be an object
          """)
  void aWrongTypeIsToldWithItsPlace(String json, String detail) {
    FleetException refusal = refusal(json, false);

    assertThat(refusal).hasMessage(detail);
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"spec\":null}", "{\"spec\":[]}", "{\"name\":\"x\",\"spec\":1}"})
  void whereASchemaIsCheckedTheSpecComesFirst(String json) {
    assertThat(refusal(json, true)).hasMessage("spec field must be an object");
  }
}
