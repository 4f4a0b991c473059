package io.hyperfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.00,0",
    "5.0,5",
    "-1.50,-1.5",
    "1e2,100",
    "999999,999999",
    "1000000,1e+06",
    "-1234567,-1.234567e+06",
    "1e100,1e+100",
    "0.0001,0.0001",
    "0.00001,1e-05",
    "0.0000125,1.25e-05"
  })
  void aNumberHasItsShortestSpelling(BigDecimal number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
  }
}
