package io.hyperfleet.persistence.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.kind.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

  @Test
  void valuesAreNumberedAndStayOutOfTheText() {
    SqlText sql = new SqlText().append("a = ? AND b = ?", "' OR ''='", 2).append(" AND c = ?", 3);

    assertThat(sql.sql()).isEqualTo("a = ?1 AND b = ?2 AND c = ?3");
    assertThat(sql.parameters()).containsExactly("' OR ''='", 2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cluster", "node_pool-2"})
  void aKindThatIsAWordIsPartOfTheText(String name) {
    SqlText sql = new SqlText().append("kind = ").append(new Kind(name));

    assertThat(sql.sql()).isEqualTo("kind = '" + name + "'");
    assertThat(sql.parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "a?", "#x", ":y", "\\", "Caf\u00e9", " ", "a\n"})
  void anyOtherKindStaysOutOfTheText(String name) {
    SqlText sql = new SqlText().append("kind = ").append(new Kind(name));

    assertThat(sql.sql()).isEqualTo("kind = ?1");
    assertThat(sql.parameters()).containsExactly(name);
  }
}
