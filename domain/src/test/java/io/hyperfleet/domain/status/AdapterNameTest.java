package io.hyperfleet.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterNameTest {

  @ParameterizedTest
  @CsvSource({
    "validation,ValidationSuccessful",
    "my-adapter1,MyAdapter1Successful",
    "a--b-,ABSuccessful",
    "DNS,DNSSuccessful",
    "1-x,1XSuccessful"
  })
  void itsConditionIsNamedAfterIt(String name, String type) {
    assertThat(new AdapterName(name).conditionType()).isEqualTo(type);
  }
}
