package io.hyperfleet.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  @Test
  void noTwoHaveTheSameNameAndComparisonsNameOnlyThose() {
    List<String> names = Scenarios.ALL.stream().map(Scenario::name).toList();
    Set<String> compared =
        Comparisons.ALL.stream()
            .flatMap(it -> Stream.of(it.scenario(), it.unit()))
            .collect(Collectors.toSet());

    assertThat(names).doesNotHaveDuplicates().containsAll(compared);
  }

  @Test
  void aSampleClusterIsJsonWithASpecOfTheSizeSaid() throws IOException {
    assertThat(SampleClusters.spec()).hasSize(SampleClusters.SPEC_BYTES);
    assertThat(new ObjectMapper().readTree(SampleClusters.body("a-name")).get("spec"))
        .isEqualTo(new ObjectMapper().readTree(SampleClusters.spec()));
  }
}
