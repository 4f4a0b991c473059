package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.search.SearchToken.TokenType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchLexerTest {

  private static final String STRINGS =
      """
      'it\\'s'                 => it's
      "it's"                   => it's
      `it's`                   => it's
      'say "hi"'               => say "hi"
      "say \\"hi\\""           => say "hi"
      '\\`'                    => `
      'a\\\\b'                 => a\\b
      'it\\s'                  => its
      '50\\%'                  => 50%
      '50\\\\%'                => 50\\%
      '\\😀'                   => 😀
      'naïve 😀'               => naïve 😀
      '[(,)]'                  => [(,)]
      ''                       =>
      """;

  private static final String WORDS =
      """
      name                     => NAME
      _1                       => NAME
      näme                     => NAME
      labels.app.io/Name_1     => NAME
      labels.[a-b 'c']/d       => NAME
      labels.[a-b              => NAME
      nothing                  => NAME
      in['a']                  => NAME
      '2026-01-01'             => DATE
      2026-01-01               => DATE
      '2026-01-01T00:00:00Z'   => TIMESTAMP
      2026-01-01T00:00:00.123456789+02:00 => TIMESTAMP
      '2026-01-01 00:00:00Z'   => STRING
      '2026-01-01T00:00:00'    => STRING
      '2026-01-01T00:00:00z'   => STRING
      12                       => NUMBER
      1.5e-3Ki                 => NUMBER
      2E+3p                    => NUMBER
      ==                       => EQUAL
      =                        => EQUAL
      !=                       => NOT_EQUAL
      <>                       => NOT_EQUAL
      <=                       => LESS_OR_EQUAL
      >=                       => GREATER_OR_EQUAL
      ~=                       => MATCHES
      ~!                       => MATCHES_NOT
      """;

  static Stream<Arguments> strings() {
    return SearchTable.rows(STRINGS);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void aStringStandsFor(String written, String text) {
    assertThat(tokens(written)).startsWith(new SearchToken(TokenType.STRING, text, 0)).hasSize(2);
  }

  @Test
  void someEscapesStandForControlCharacters() {
    assertThat(tokens("'\\n\\t\\r\\b\\f'").get(0).text()).isEqualTo("\n\t\r\b\f");
  }

  static Stream<Arguments> words() {
    return SearchTable.rows(WORDS);
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordIs(String written, TokenType type) {
    assertThat(tokens(written)).startsWith(new SearchToken(type, text(written), 0)).hasSize(2);
  }

  private static String text(String written) {
    return written.startsWith("'") ? written.substring(1, written.length() - 1) : written;
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LIKE", "ILIKE", "AND", "OR", "BETWEEN", "IN", "IS", "NULL", "NOT", "TRUE", "FALSE", "LEN",
        "ANY", "ALL", "SUM"
      })
  void aKeywordIsOneInAnyCase(TokenType keyword) {
    String upper = keyword.name();
    String lower = upper.toLowerCase(java.util.Locale.ROOT);
    String mixed = upper.charAt(0) + lower.substring(1);

    assertThat(types(upper + " " + lower + " " + mixed))
        .containsExactly(keyword, keyword, keyword, TokenType.END);
  }

  @Test
  void allBlanksSeparate() {
    assertThat(types("a\tb\r\nc\fd\u000be")).containsOnly(TokenType.NAME, TokenType.END).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00", "2026-01-01T00:00:0", "2026-01-01a", "2026-1-01"})
  void whatIsAlmostATimeIsANumberFirst(String written) {
    assertThat(new SearchLexer(new SearchText(written.replace(":", " "))).tokens().get(0))
        .isEqualTo(new SearchToken(TokenType.NUMBER, "2026", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01)", "2026-01-01,", "2026-01-01]", "2026-01-01\t"})
  void anUnquotedTimeEndsWhereItCan(String written) {
    assertThat(types(written).get(0)).isEqualTo(TokenType.DATE);
  }

  @Test
  void aSizeBelongsToTheNumber() {
    assertThat(tokens("1km")).extracting(SearchToken::text).containsExactly("1k", "m", "");
    assertThat(tokens("1Kib")).extracting(SearchToken::text).containsExactly("1Ki", "b", "");
  }

  @Test
  void noHyphenBelongsToAName() {
    assertThat(tokens("labels.my-key"))
        .extracting(SearchToken::text)
        .containsExactly("labels.my", "-", "key", "");
  }

  @Test
  void aWordKnowsWhereItBegins() {
    assertThat(tokens(" a  <='b' ")).extracting(SearchToken::offset).containsExactly(1, 4, 6, 10);
  }

  private static List<TokenType> types(String text) {
    return tokens(text).stream().map(SearchToken::type).toList();
  }

  private static List<SearchToken> tokens(String text) {
    return new SearchLexer(new SearchText(text)).tokens();
  }
}
