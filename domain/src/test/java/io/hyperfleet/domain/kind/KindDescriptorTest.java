package io.hyperfleet.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.status.AdapterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindDescriptorTest {

  @Test
  void theListsAreCopied() {
    List<AdapterName> adapters = new ArrayList<>(List.of(new AdapterName("dns")));
    ReferenceRule rule = new ReferenceRule("region", new Kind("Region"), 0, 0);
    List<ReferenceRule> references = new ArrayList<>(List.of(rule));
    ConditionRule condition = new ConditionRule("Calibrated", "true", "true", "''", "''");
    List<ConditionRule> conditions = new ArrayList<>(List.of(condition));
    KindDescriptor descriptor =
        new KindDescriptor(
            new Kind("Channel"),
            "channels",
            Optional.empty(),
            new NameLength(0, 0),
            Optional.empty(),
            adapters,
            references,
            conditions);
    adapters.clear();
    references.clear();
    conditions.clear();

    assertThat(descriptor.requiredAdapters()).containsExactly(new AdapterName("dns"));
    assertThat(descriptor.references()).containsExactly(rule);
    assertThat(descriptor.conditions()).containsExactly(condition);
  }

  @Test
  void aKindHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kind(""))
        .withMessage("entity kind cannot be empty");
  }

  @ParameterizedTest
  @CsvSource({"0,100", "53,53", "100,100", "101,100"})
  void aNameIsNoLongerThanDeclaredNorThanCanBeKept(int max, int limit) {
    assertThat(new NameLength(3, max).limit()).isEqualTo(limit);
  }

  @Test
  void nothingCountsBelowZero() {
    Kind region = new Kind("Region");

    assertThatIllegalArgumentException().isThrownBy(() -> new NameLength(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new NameLength(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceRule("r", region, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceRule("r", region, 0, -1));
  }
}
