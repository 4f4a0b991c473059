package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRefusalTest {

  private static final String NEGATIONS =
      """
      not labels.env='prod'            => NOT operator is not supported with label queries
      labels.env not in ['a']          => NOT operator is not supported with label queries
      labels.env not like 'a%'         => NOT operator is not supported with label queries
      labels.env not between 'a' and 'b' => NOT operator is not supported with label queries
      labels.env is not null           => NOT operator is not supported with label queries
      not (name='a' or (id='b' and (kind='c' or labels.d='d'))) => NOT operator is not supported with label queries
      name='a' and not (not (labels.d='d')) => NOT operator is not supported with label queries
      not name=labels.env              => NOT operator is not supported with label queries
      not 'x'=labels.env               => NOT operator is not supported with label queries
      not status.conditions.Ready='True' => NOT operator is not supported with condition queries
      status.conditions.Ready is not null => NOT operator is not supported with condition queries
      not (name='x' and (id='y' or status.conditions.Ready='True')) => NOT operator is not supported with condition queries
      not status.conditions.Ready.observed_generation > 1 => NOT operator is not supported with condition queries
      """;

  private static final String NAMES =
      """
      labels.='x'                      => label key cannot be empty
      labels='x'                       => invalid field in search or order query
      labels is null                   => invalid field in search or order query
      label.environment='x'            => invalid field in search or order query
      conditions.type='x'              => invalid field in search or order query
      references.region='x'            => invalid field in search or order query
      nonexistent='x'                  => invalid field in search or order query
      nonexistent                      => invalid field in search or order query
      'x' = nonexistent                => invalid field in search or order query
      xmin = 5                         => invalid field in search or order query
      Name='x'                         => Name is not a valid field name
      näme='x'                         => näme is not a valid field name
      name[0]='x'                      => name[0] is not a valid field name
      a..b='x'                         => a..b is not a valid field name
      properties.foo='bar'             => properties is not a related resource of Resource
      status.phase='x'                 => status is not a related resource of Resource
      status.conditions='True'         => status is not a related resource of Resource
      owner_references.id='x'          => owner_references is not a related resource of Resource
      spec.nodeCount=3                 => spec field segment 'nodeCount' is invalid: must contain only lowercase letters, digits, and underscores
      spec.list[0]='1'                 => spec field segment 'list[0]' is invalid: must contain only lowercase letters, digits, and underscores
      spec.a/b='1'                     => spec field segment 'a/b' is invalid: must contain only lowercase letters, digits, and underscores
      spec..a='y'                      => spec field segment cannot be empty
      spec.='y'                        => spec field segment cannot be empty
      status.conditions.='True'        => condition type cannot be empty
      status.conditions.ready='True'   => condition type 'ready' is invalid: must be PascalCase (e.g., Reconciled, Available)
      status.conditions.Re_con='True'  => condition type 'Re_con' is invalid: must be PascalCase (e.g., Reconciled, Available)
      status.conditions.1Ready='True'  => condition type '1Ready' is invalid: must be PascalCase (e.g., Reconciled, Available)
      status.conditions.Ready.a.b='x'  => invalid condition format: expected status.conditions.<Type> or status.conditions.<Type>.<subfield>
      status.conditions.Ready.reason='x' => condition subfield 'reason' is not supported; use last_updated_time, last_transition_time, or observed_generation
      status.conditions.Ready.status='True' => condition subfield 'status' is not supported; use last_updated_time, last_transition_time, or observed_generation
      """;

  private static final String CONDITIONS =
      """
      status.conditions.Ready != 'True' => only equality operator (=) is supported for condition status queries
      'True' < status.conditions.Ready  => only equality operator (=) is supported for condition status queries
      status.conditions.Ready='Invalid' => condition status 'Invalid' is invalid: must be True, False, or Unknown
      status.conditions.Ready='true'    => condition status 'true' is invalid: must be True, False, or Unknown
      status.conditions.Ready in ['True'] => IN is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready not in ['True'] => IN is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready.observed_generation in [1] => IN is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready between 'A' and 'B' => BETWEEN is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready like 'T%' => LIKE/ILIKE is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready not ilike 'T%' => LIKE/ILIKE is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)
      status.conditions.Ready.last_updated_time < '2026-03-06' => invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)
      status.conditions.Ready.last_updated_time < 2026-03-06 => invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)
      status.conditions.Ready.last_updated_time < 'x' => invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)
      status.conditions.Ready.last_updated_time < 5 => invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)
      status.conditions.Ready.last_updated_time < '2026-13-06T00:00:00Z' => invalid timestamp for condition subfield: expected RFC3339 format (e.g., 2026-01-01T00:00:00Z)
      status.conditions.Ready.observed_generation = 3.5 => expected integer value for condition subfield 'observed_generation', got 3.5
      status.conditions.Ready.observed_generation = 1234567.5 => expected integer value for condition subfield 'observed_generation', got 1.2345675e+06
      status.conditions.Ready.observed_generation = 0.00005 => expected integer value for condition subfield 'observed_generation', got 5e-05
      status.conditions.Ready.observed_generation = 3000000000 => value 3e+09 is out of 32-bit integer range for condition subfield 'observed_generation'
      """;

  private static final String TYPES =
      """
      generation='abc'                  => field 'generation' expects an integer
      generation='1'                    => field 'generation' expects an integer
      generation=true                   => field 'generation' expects an integer
      generation=name                   => field 'generation' expects an integer
      generation > -1                   => field 'generation' expects an integer
      generation in [1, -1]             => field 'generation' expects an integer
      generation in [1, '2']            => field 'generation' expects an integer
      generation = 1.5                  => field 'generation' expects an integer
      generation between 'a' and 'b'    => field 'generation' expects an integer
      generation between 1 and name     => field 'generation' expects an integer
      'abc' < generation                => field 'generation' expects an integer
      -1 < generation                   => field 'generation' expects an integer
      generation + name = 5             => field 'generation' expects an integer
      created_time='not-a-date'         => field 'created_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      created_time = updated_time       => field 'created_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      updated_time > 5                  => field 'updated_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      deleted_time in ['x']             => field 'deleted_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      deleted_time=''                   => field 'deleted_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      deleted_time between 1 and 2      => field 'deleted_time' expects an RFC3339 timestamp (e.g. 2026-01-01T00:00:00Z)
      name in ('a')                     => expected array on right side of IN
      name in 'a'                       => expected array on right side of IN
      """;

  private static final String OPERATORS =
      """
      name ~= 'x'                       => unsupported comparison operator: REQ
      labels.env ~! 'x'                 => unsupported comparison operator: RNE
      name + 'x' = 'y'                  => unsupported comparison operator: ADD
      labels.my-key='x'                 => unsupported comparison operator: SUB
      generation * 2 = 2                => unsupported comparison operator: MUL
      4 / 2 = 2                         => unsupported comparison operator: DIV
      generation % 2 = 1 - 1            => unsupported comparison operator: MOD
      len name = 3                      => unsupported comparison operator: LEN
      any name = 'x'                    => unsupported comparison operator: ANY
      all name = 'x'                    => unsupported comparison operator: ALL
      sum generation = 1                => unsupported comparison operator: SUM
      not labels.my-key='x'             => NOT operator is not supported with label queries
      labels.my-Key='x'                 => Key is not a valid field name
      """;

  private static final String SENSELESS =
      """
      name                              => 0: expected a comparison
      name='a' and 'x'                  => 13: expected a comparison
      2 or name='a'                     => 0: expected a comparison
      not name                          => 4: expected a comparison
      not -1                            => 4: expected a comparison
      [1=1]                             => 0: expected a comparison
      name='a'='b'                      => 8: expected 'and', 'or' or the end after a comparison
      not (name='a')='b'                => 14: expected 'and', 'or' or the end after a comparison
      name is null is null              => 13: expected 'and', 'or' or the end after a comparison
      name = (kind='x')                 => 8: expected a field, a string, a number or a time
      name = (kind='x' or id='y')       => 8: expected a field, a string, a number or a time
      name = ['x']                      => 7: expected a field, a string, a number or a time
      name in [['x']]                   => 9: expected a field, a string, a number or a time
      not not name='x'                  => 4: expected a field, a string, a number or a time
      name = not kind                   => 7: expected a field, a string, a number or a time
      name = -'x'                       => 8: expected a number after the minus
      -name = 'x'                       => 1: expected a number after the minus
      name in [kind, 'x']               => 9: expected a value, not a field
      name like kind                    => 10: expected a value, not a field
      'abc' like 'a%'                   => 0: expected a field
      spec = 'x'                        => 0: expected a field with a single value
      tenancy in ['x']                  => 0: expected a field with a single value
      name = spec                       => 7: expected a field with a single value
      generation like '1%'              => 0: expected a field with text
      created_time ilike '2026%'        => 0: expected a field with text
      name like 'a\\\\'                 => 10: expected a pattern that does not end in a lone backslash
      generation = 3000000000           => 13: expected an integer of 32 bits
      generation between -4Gi and 0     => 19: expected an integer of 32 bits
      created_time > '2026-02-31'       => 15: expected a time that exists
      created_time > 2026-01-01T24:00:00Z => 15: expected a time that exists
      created_time > '2016-12-31T23:59:60Z' => 15: expected a time that exists
      created_time > '0000-01-01'       => 15: expected a time that exists
      created_time > '0001-01-01T00:00:00+00:01' => 15: expected a time that exists
      created_time > '2026-01-01T00:00:00+24:00' => 15: expected a time that exists
      spec.a = 1e400                    => 9: expected a number with at most 400 digits on each side of the point
      spec.a = 1e-401                   => 9: expected a number with at most 400 digits on each side of the point
      spec.a = 1e99999999999            => 9: expected a number with at most 400 digits on each side of the point
      status.conditions.A = status.conditions.B => 0: expected a condition next to a value, not to a field
      name = status.conditions.A        => 7: expected a condition next to a value, not to a field
      status.conditions.A.observed_generation = 'x' => 42: expected an integer
      '😀'='😀' = name                  => 8: expected 'and', 'or' or the end after a comparison
      """;

  private static final String UNREADABLE =
      """
      name='c1                          => Unterminated string at position 5
      name="c1\\"                       => Unterminated string at position 5
      name=`c1\\                        => Unterminated string at position 5
      name ! 'x'                        => Unexpected character '!' at position 5
      name ~ 'x'                        => Unexpected character '~' at position 5
      name='x'; DROP TABLE resources    => Unexpected character ';' at position 8
      '😀' 😀                           => Unexpected character '😀' at position 4
      $1                                => Unexpected character '$' at position 0
      1.name='x'                        => Unexpected character '.' at position 1
      name =                            => syntax error at position 6
      name 'x'                          => syntax error at position 5
      name='x') or (name='y'            => syntax error at position 8
      (name='x'                         => syntax error at position 9
      name in ('a','b')                 => syntax error at position 12
      name in['a']                      => syntax error at position 5
      name = null                       => syntax error at position 7
      name in [null]                    => syntax error at position 9
      name in [,]                       => syntax error at position 9
      name in ['a',,]                   => syntax error at position 13
      name is 'x'                       => syntax error at position 8
      name not ['a']                    => syntax error at position 9
      name not = 'a'                    => syntax error at position 9
      name between 'a'                  => syntax error at position 16
      name between 'a' or 'b'           => syntax error at position 17
      name='x' and and name='y'         => syntax error at position 13
      name === 'x'                      => syntax error at position 7
      name='x' --                       => syntax error at position 11
      name='it''s'                      => syntax error at position 9
      1abc='x'                          => syntax error at position 1
      1e = 1                            => syntax error at position 1
      - not name = 'x'                  => syntax error at position 2
      ()                                => syntax error at position 1
      not                               => syntax error at position 3
      """;

  static Stream<Arguments> worded() {
    return SearchTable.rows(String.join("\n", NEGATIONS, NAMES, CONDITIONS, TYPES, OPERATORS));
  }

  @ParameterizedTest
  @MethodSource("worded")
  void aSearchIsRefusedInPublishedWords(String search, String detail) {
    assertThat(refusal(search)).isEqualTo(detail);
  }

  static Stream<Arguments> senseless() {
    return SearchTable.rows(SENSELESS);
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void aSenselessSearchIsToldWhereAndWhatWasExpected(String search, String problem) {
    assertThat(refusal(search)).isEqualTo("invalid search query at position " + problem);
  }

  static Stream<Arguments> unreadable() {
    return SearchTable.rows(UNREADABLE);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatIsNoSearchIsShownWithThePlace(String search, String problem) {
    int position = Integer.parseInt(problem.substring(problem.lastIndexOf(' ') + 1));

    assertThat(refusal(search))
        .isEqualTo(
            "failed to parse search query: %s:\n%s\n%s^"
                .formatted(problem, search, " ".repeat(position)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'\0'='x'", "'\ud83d'='x'", "'\ude00\ud83d'='x'"})
  void noTextHoldsWhatNoDatabaseKeeps(String search) {
    assertThat(refusal(search))
        .isEqualTo(
            "invalid search query at position 1: expected a character of Unicode other than NUL");
  }

  @Test
  void aSearchForNothingIsNone() {
    assertThat(refusal("")).startsWith("failed to parse search query: syntax error at position 0");
  }

  private static String refusal(String search) {
    FleetException refusal =
        catchThrowableOfType(FleetException.class, () -> SearchLanguage.parse(search));
    assertThat(refusal).as(search).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    return refusal.getMessage();
  }
}
