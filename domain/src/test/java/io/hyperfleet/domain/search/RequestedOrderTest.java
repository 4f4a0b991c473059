package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedOrderTest {

  private static ResourceOrder order(String... texts) {
    return RequestedOrder.accept(List.of(texts)).columns();
  }

  private static ResourceOrder of(Term... terms) {
    return new ResourceOrder(Arrays.asList(terms));
  }

  private static Term up(ResourceColumn column) {
    return new Term(column, false);
  }

  private static Term down(ResourceColumn column) {
    return new Term(column, true);
  }

  private static FleetException refusal(String text) {
    FleetException refused = catchThrowableOfType(FleetException.class, () -> order(text));
    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    return refused;
  }

  @Test
  void columnsAreNamedInAnyNumberOfTexts() {
    ResourceOrder expected =
        of(down(ResourceColumn.GENERATION), up(ResourceColumn.NAME), up(ResourceColumn.KIND));
    assertThat(order("generation desc,name asc,kind")).isEqualTo(expected);
    assertThat(order("generation desc", "name", "kind asc")).isEqualTo(expected);
    assertThat(order(" generation\tdesc ,, name\n", "", " , kind")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,"})
  void nothingNamedIsLatestFirst(String text) {
    assertThat(order(text)).isEqualTo(ResourceOrder.LATEST_FIRST);
    assertThat(order()).isEqualTo(ResourceOrder.LATEST_FIRST);
  }

  @Test
  void ofAColumnThatIsNamedAgainTheFirstMentionCounts() {
    assertThat(order("name,kind,name desc"))
        .isEqualTo(of(up(ResourceColumn.NAME), up(ResourceColumn.KIND)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name ascending",
        "name DESC",
        "Name",
        "name; drop",
        "f(10)",
        "name asc extra",
        "labels.a",
        "-name",
        "1",
        "'name'",
        "n\u00e4me",
        "name\u00a0desc"
      })
  void whatIsNoItemIsTold(String item) {
    assertThat(refusal("kind," + item))
        .hasMessage("invalid order format '%s': expected 'field' or 'field asc|desc'", item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "labels", "conditions", "status", "null", "ctid", "desc"})
  void whatIsNoColumnIsToldLater(String name) {
    RequestedOrder.accept(List.of(name));
    assertThat(refusal(name)).hasMessage("invalid field in search or order query");
  }
}
