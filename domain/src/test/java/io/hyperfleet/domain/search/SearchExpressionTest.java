package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchExpressionTest {

  private static final SearchValue TEXT = new Text("x");
  private static final SearchValue NUMBER = Numeric.of(1);
  private static final SearchValue TIME = new Time(Instant.EPOCH);

  @Test
  void aFieldIsComparedWithWhatItCanBe() {
    assertAccepts(ResourceColumn.NAME, TEXT, NUMBER, TIME);
    assertAccepts(ResourceColumn.GENERATION, NUMBER, TEXT, TIME);
    assertAccepts(ResourceColumn.DELETED_TIME, TIME, TEXT, NUMBER);
    assertAccepts(new Label("env"), TEXT, NUMBER, TIME);
    assertAccepts(new SpecPath(List.of("a")), TEXT, TIME);
    assertAccepts(new SpecPath(List.of("a")), NUMBER, TIME);
  }

  private static void assertAccepts(
      SearchField field, SearchValue accepted, SearchValue... refused) {
    assertThat(new Comparison(field, SearchOperator.EQUAL, accepted).value()).isEqualTo(accepted);
    for (SearchValue value : refused) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Comparison(field, SearchOperator.EQUAL, value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void exactlyOneOfAnOperatorAndItsNegationHolds(SearchOperator operator) {
    for (int order = -1; order <= 1; order++) {
      assertThat(operator.holds(order)).isNotEqualTo(operator.negated().holds(order));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOperatorHoldsWheneverItsMirrorImageHoldsTheOtherWayRound(SearchOperator operator) {
    for (int order = -1; order <= 1; order++) {
      assertThat(operator.holds(order)).isEqualTo(operator.mirrored().holds(-order));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOrderEndsInTheIdTheSameWay(boolean descending) {
    assertThat(order(new Term(ResourceColumn.NAME, descending)).terms())
        .containsExactly(
            new Term(ResourceColumn.NAME, descending), new Term(ResourceColumn.ID, descending));
  }

  @Test
  void whatFollowsTheIdDecidesNothing() {
    assertThat(
            order(new Term(ResourceColumn.ID, false), new Term(ResourceColumn.NAME, true)).terms())
        .containsExactly(new Term(ResourceColumn.ID, false));
  }

  private static ResourceOrder order(Term... terms) {
    return new ResourceOrder(List.of(terms));
  }
}
