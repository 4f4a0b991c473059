package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchMeaningTest {

  private static final String COLUMNS =
      """
        name='c1'                     => name = "c1"
        name == 'c1'                  => name = "c1"
        name <> 'c1'                  => name != "c1"
        name in ['c1','c2',]          => name in ["c1", "c2"]
        name not in ["c1"]            => not(name in ["c1"])
        name like 'prod-%'            => name like "prod-%"
        name not ilike '%Prod_'       => not(name ilike "%Prod_")
        name like 5                   => name like "5"
        name between 'a' and 'c'      => all(name >= "a", name <= "c")
        name not between 'a' and 'c'  => not(all(name >= "a", name <= "c"))
        name > 5                      => name > "5"
        name = 2026-01-01             => name = "2026-01-01"
        name = TRUE                   => name = "true"
        name = ''                     => name = ""
        id = '0198c2b0-1'             => id = "0198c2b0-1"
        id in ["a", `b`]              => id in ["a", "b"]
        href like '%/clusters/%'      => href like "%/clusters/%"
        owner_id='x'                  => owner_id = "x"
        owner_kind is null            => owner_kind is null
        owner_href is not null        => not(owner_href is null)
        created_by = 'a@b'            => created_by = "a@b"
        updated_by != 'a@b'           => updated_by != "a@b"
        deleted_by is null            => deleted_by is null
        kind in ['Cluster','Channel'] => kind in ["Cluster", "Channel"]
        name = kind                   => name = kind
        owner_id < labels.owner       => owner_id < label{owner}
        """;

  private static final String NUMBERS_AND_TIMES =
      """
        generation > 1                        => generation > 1
        generation in [1, 2]                  => generation in [1, 2]
        generation between -1 and 2           => all(generation >= -1, generation <= 2)
        generation = 1.0                      => generation = 1
        generation < +3                       => generation < 3
        generation != 2k                      => generation != 2000
        deleted_time is null                  => deleted_time is null
        deleted_time is not null and kind='P' => all(not(deleted_time is null), kind = "P")
        created_time > '2026-01-01'           => created_time > @2026-01-01T00:00:00Z
        created_time > 2026-01-01             => created_time > @2026-01-01T00:00:00Z
        updated_time<'2026-01-01T02:00:00+02:30' => updated_time < @2025-12-31T23:30:00Z
        updated_time<2026-01-01T02:00:00-23:59 => updated_time < @2026-01-02T01:59:00Z
        created_time = '2026-01-01T00:00:00.1234569Z' => created_time = @2026-01-01T00:00:00.123456Z
        created_time = '2026-01-01T00:00:00.5Z' => created_time = @2026-01-01T00:00:00.500Z
        created_time in [2026-01-01, '2026-01-02'] => created_time in [@2026-01-01T00:00:00Z, @2026-01-02T00:00:00Z]
        created_time between '2026-01-01T00:00:00Z' and 2026-02-01T00:00:00Z => all(created_time >= @2026-01-01T00:00:00Z, created_time <= @2026-02-01T00:00:00Z)
        """;

  private static final String LABELS =
      """
        labels.environment='production'     => label{environment} = "production"
        labels.app.kubernetes.io/name='x'   => label{app.kubernetes.io/name} = "x"
        labels.env != 'prod'                => label{env} != "prod"
        labels.env is null                  => label{env} is null
        labels.env in ['dev','stage']       => label{env} in ["dev", "stage"]
        labels.env like 'd%'                => label{env} like "d%"
        labels.env between 'a' and 'b'      => all(label{env} >= "a", label{env} <= "b")
        labels.tier = 5                     => label{tier} = "5"
        labels.tier = 5.50                  => label{tier} = "5.5"
        labels.tier = 1e3                   => label{tier} = "1000"
        labels.tier = 25e-2                 => label{tier} = "0.25"
        labels.tier = 1Ki                   => label{tier} = "1024"
        labels.tier = -2                    => label{tier} = "-2"
        labels.tier in [1, '2', true]       => label{tier} in ["1", "2", "true"]
        labels.since > '2026-01-01'         => label{since} > "2026-01-01"
        labels.Upper_1='x'                  => label{Upper_1} = "x"
        labels.[my-key]='x'                 => label{[my-key]} = "x"
        labels.env=labels.tier              => label{env} = label{tier}
        labels.env in []                    => any()
        labels.env=spec.env                 => label{env} = spec[env]
        (labels.a='1' or labels.b='2') and generation>=2 => all(any(label{a} = "1", label{b} = "2"), generation >= 2)
        """;

  private static final String SPECS =
      """
        spec.provider='aws'                      => spec[provider] = "aws"
        spec.release.config.zone='us-east-1a'    => spec[release, config, zone] = "us-east-1a"
        spec.release.version > 9                 => spec[release, version] > 9
        spec.release.version > '9'               => spec[release, version] > "9"
        spec.size > -1                           => spec[size] > -1
        spec.size > - -1                         => spec[size] > 1
        spec.size = 7.50                         => spec[size] = 7.5
        spec.size < 1e1                          => spec[size] < 10
        spec.size < 2Gi                          => spec[size] < 2147483648
        spec.size in [5, 12]                     => spec[size] in [5, 12]
        spec.size in [5, '12']                   => spec[size] in ["5", "12"]
        spec.size between 5 and 8                => all(spec[size] >= 5, spec[size] <= 8)
        spec.size between '1' and 6              => all(spec[size] >= "1", spec[size] <= "6")
        spec.flag = true                         => spec[flag] = "true"
        spec.flag != FALSE                       => spec[flag] != "false"
        spec.day = 2026-01-01                    => spec[day] = "2026-01-01"
        spec.moment='2026-01-01T00:00:00.500Z'   => spec[moment] = "2026-01-01T00:00:00.500Z"
        spec.2nd.snake_case is null              => spec[2nd, snake_case] is null
        spec.a is not null                       => not(spec[a] is null)
        spec.a not like 'x%'                     => not(spec[a] like "x%")
        spec.list.0='1'                          => spec[list, 0] = "1"
        spec.a = spec.b.c                        => spec[a] = spec[b, c]
        spec is null                             => any()
        spec is not null                         => not(any())
        tenancy is null                          => any()
        """;

  private static final String CONDITIONS =
      """
        status.conditions.Reconciled='True'   => condition{Reconciled status} = "True"
        status.conditions.A1b='Unknown'       => condition{A1b status} = "Unknown"
        status.conditions.Ready is null       => condition{Ready status} is null
        status.conditions.Ready = true        => any()
        status.conditions.Ready = 1           => any()
        status.conditions.Ready = -1          => any()
        status.conditions.Ready.observed_generation < 5 => condition{Ready observed_generation} < 5
        status.conditions.Ready.observed_generation > -1 => condition{Ready observed_generation} > -1
        status.conditions.Ready.observed_generation != 2.0 => condition{Ready observed_generation} != 2
        status.conditions.Ready.observed_generation is null => condition{Ready observed_generation} is null
        status.conditions.Ready.last_updated_time < '2026-03-06T14:00:00Z' => condition{Ready last_updated_time} < @2026-03-06T14:00:00Z
        status.conditions.Ready.last_transition_time >= 2026-03-06T14:00:00+01:00 => condition{Ready last_transition_time} >= @2026-03-06T13:00:00Z
        status.conditions.A='False' and labels.region='x' => all(condition{A status} = "False", label{region} = "x")
        status.conditions.A='True' AND not (name='x') => all(condition{A status} = "True", not(name = "x"))
        """;

  private static final String REVERSED =
      """
        'c1' = name                              => name = "c1"
        'c1' != name                             => name != "c1"
        1 < generation                           => generation > 1
        1 <= generation                          => generation >= 1
        1 > generation                           => generation < 1
        1 >= generation                          => generation <= 1
        '2' < spec.size                          => spec[size] > "2"
        6 < spec.size                            => spec[size] > 6
        5 = name                                 => name = "5"
        'True' = status.conditions.Ready         => condition{Ready status} = "True"
        '2026-01-01' < created_time              => created_time > @2026-01-01T00:00:00Z
        'b' between name and kind                => all(name <= "b", kind >= "b")
        """;

  private static final String CONSTANTS =
      """
        true                    => all()
        FALSE                   => any()
        1                       => all()
        0                       => any()
        not true                => not(all())
        '1'='1'                 => all()
        '1'='2'                 => any()
        1 = 1.0                 => all()
        10 > 9                  => all()
        '10' > '9'              => any()
        '10' > 9                => any()
        -1 < 0                  => all()
        'b' in ['a', 'b']       => all()
        2 in [1.0, 3]           => any()
        1 in []                 => any()
        5 between 1 and 9       => all()
        5 between 6 and 9       => any()
        5 between 6 and 1       => any()
        'x' is null             => any()
        name in []              => any()
        name not in []          => not(any())
        id='a' OR '1'='1'       => any(id = "a", all())
        """;

  private static final String PRECEDENCE =
      """
        name='a' or name='b' and name='c'   => any(name = "a", all(name = "b", name = "c"))
        name='a' and name='b' or name='c'   => any(all(name = "a", name = "b"), name = "c")
        (name='a' or name='b') and name='c' => all(any(name = "a", name = "b"), name = "c")
        name='a' and name='b' and name='c'  => all(name = "a", name = "b", name = "c")
        name='a' and (name='b' and name='c') => all(name = "a", all(name = "b", name = "c"))
        ((name)) = (('a'))                  => name = "a"
        name between 'a' and 'b' and id='c' => all(all(name >= "a", name <= "b"), id = "c")
        not name='x'                        => not(name = "x")
        not name='x' and id='y'             => all(not(name = "x"), id = "y")
        not (name='x' and id='y')           => not(all(name = "x", id = "y"))
        not generation = 2                  => not(generation = 2)
        not spec.size > 6                   => not(spec[size] > 6)
        not spec.size between 1 and 6       => not(all(spec[size] >= 1, spec[size] <= 6))
        not created_time < '2026-01-01'     => not(created_time < @2026-01-01T00:00:00Z)
        not name like 'x%'                  => not(name like "x%")
        not name not in ['x']               => not(not(name in ["x"]))
        not name is null                    => not(name is null)
        not name is not null                => not(not(name is null))
        not 'x' = name                      => not(name = "x")
        not not (name='x')                  => not(not(name = "x"))
        NOT(name='x')Or name='y'             => any(not(name = "x"), name = "y")
        """;

  static Stream<Arguments> meanings() {
    return SearchTable.rows(
        String.join(
            "\n",
            COLUMNS,
            NUMBERS_AND_TIMES,
            LABELS,
            SPECS,
            CONDITIONS,
            REVERSED,
            CONSTANTS,
            PRECEDENCE));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void aSearchMeans(String search, String meaning) {
    assertThat(SearchPrinter.print(SearchLanguage.parse(search))).isEqualTo(meaning);
  }
}
