package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {

  private static final String[] CONDITION_MEMBERS = {
    "type",
    "status",
    "reason",
    "message",
    "observed_generation",
    "created_time",
    "last_updated_time",
    "last_transition_time"
  };

  private static FieldSelection of(String... texts) {
    return FieldSelection.of(List.of(texts)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,"})
  void nothingNamedIsEverything(String text) {
    assertThat(FieldSelection.of(List.of(text))).isEmpty();
    assertThat(FieldSelection.of(List.of())).isEmpty();
  }

  @Test
  void theIdComesWithWhateverIsNamed() {
    assertThat(of("name, kind", "", "deleted_time,name").members())
        .containsExactlyInAnyOrder("id", "name", "kind", "deleted_time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status.conditions", "status.conditions.*", "status.*"})
  void conditionsMayBeWhole(String name) {
    assertThat(of(name).conditionMembers()).containsExactlyInAnyOrder(CONDITION_MEMBERS);
  }

  @Test
  void conditionsMayBeSomeOfTheirMembers() {
    assertThat(of("status.conditions.type,status.conditions.reason").conditionMembers())
        .containsExactlyInAnyOrder("type", "reason");
    assertThat(of("name").conditionMembers()).isEmpty();
  }

  @Test
  void theOwnerMayBeWholeOrSomeOfItsMembers() {
    assertThat(of("owner_references").ownerMembers())
        .isEqualTo(of("owner_references.*").ownerMembers())
        .containsExactlyInAnyOrder("id", "kind", "href");
    assertThat(of("owner_references.kind").ownerMembers()).containsExactly("kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nope                                   | Resource          | nope
          name,nope,Name                         | Resource          | nope, Name
          status                                 | Resource          | status
          spec.a                                 | Resource          | spec.a
          labels.a,spec                          | Resource          | labels.a
          owner_references.name                  | Resource          | owner_references.name
          *                                      | Resource          | *
          status.phase,status.conditions.x       | ResourceStatus    | status.phase
          status.conditions.x,nope               | Resource          | nope
          status.conditions.Type                 | ResourceCondition | status.conditions.Type
          status.conditions.,status.conditions.* | ResourceCondition | status.conditions.
          """)
  void whatResourcesDoNotHaveIsTold(String names, String type, String told) {
    FleetException refused =
        catchThrowableOfType(FleetException.class, () -> of(names).requireKnown());
    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
    assertThat(refused).hasMessage("The following field(s) doesn't exist in `%s`: %s", type, told);
  }

  @Test
  void onlyWhatIsNamedHasToBeRead() {
    assertThat(of("name,owner_references").parts()).isEmpty();
    assertThat(of("spec,labels").parts()).isEqualTo(Set.of(ResourcePart.SPEC, ResourcePart.LABELS));
    assertThat(of("tenancy,references,status.conditions.type").parts())
        .isEqualTo(Set.of(ResourcePart.TENANCY, ResourcePart.REFERENCES, ResourcePart.CONDITIONS));
  }
}
