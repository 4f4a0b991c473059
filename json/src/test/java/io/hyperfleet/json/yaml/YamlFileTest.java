package io.hyperfleet.json.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  @TempDir Path folder;

  private YamlFile read(String text) throws IOException {
    return YamlFile.read(Files.writeString(folder.resolve("file.yaml"), text));
  }

  private YamlException refusal(String text) {
    return catchThrowableOfType(YamlException.class, () -> read(text));
  }

  /** Everything that a value is, places included. */
  private static String shown(YamlValue value) {
    String at = value.place().line() + ":" + value.place().column() + " ";
    if (value instanceof YamlGroup group) {
      return group.members().values().stream()
          .map(
              member ->
                  "%d:%d %s=%s"
                      .formatted(
                          member.place().line(),
                          member.place().column(),
                          member.place().step(),
                          shown(member.value())))
          .collect(Collectors.joining(", ", at + "{", "}"));
    }
    if (value instanceof YamlList list) {
      return list.items().stream()
          .map(YamlFileTest::shown)
          .collect(Collectors.joining(", ", at + "[", "]"));
    }
    YamlScalar scalar = (YamlScalar) value;
    return at + scalar.type() + " " + scalar.text();
  }

  private static YamlValue member(YamlValue group, String name) {
    return ((YamlGroup) group).members().get(name).value();
  }

  private static YamlValue item(YamlValue list, int index) {
    return ((YamlList) list).items().get(index);
  }

  @Nested
  class Values {

    @Test
    void groupsAndListsKeepTheirOrderAndKnowTheirPlaces() throws IOException {
      YamlFile file = read("b:\n  - x\n  - {c: 1}\na: # nothing\n200: 'true'\n");

      assertThat(file.faults()).isEmpty();
      assertThat(shown(file.top().orElseThrow()))
          .isEqualTo(
              "1:1 {1:1 b=2:3 [2:5 TEXT x, 3:5 {3:6 c=3:9 NUMBER 1}],"
                  + " 4:1 a=4:3 NULL , 5:1 200=5:6 TEXT true}");
    }

    @Test
    void aValueKnowsThePathToItself() throws IOException {
      YamlValue top = read("a: {b: [x, [{c.d: y}]]}").top().orElseThrow();
      YamlValue list = member(member(top, "a"), "b");

      assertThat(top.place().path()).isEmpty();
      assertThat(list.place().path()).isEqualTo("a.b");
      assertThat(member(item(item(list, 1), 0), "c.d").place().path()).isEqualTo("a.b[1][0].c.d");
    }

    @ParameterizedTest
    @CsvSource({
      "x, TEXT",
      "'\"1\"', TEXT",
      "1.2.3, TEXT",
      "yes, TEXT",
      "2026-01-31, TEXT",
      "! 1, TEXT",
      "!!str 1, TEXT",
      "!own 1, TEXT",
      "1, NUMBER",
      "-1.5e3, NUMBER",
      "0x1F, NUMBER",
      ".inf, NUMBER",
      "true, BOOLEAN",
      "False, BOOLEAN",
      "null, NULL",
      "~, NULL",
      "'', NULL"
    })
    void aSingleValueHasTheTypeOfTheCoreSchema(String yaml, YamlScalar.Type type)
        throws IOException {
      YamlScalar scalar = (YamlScalar) member(read("a: " + yaml).top().orElseThrow(), "a");

      assertThat(scalar.type()).isEqualTo(type);
      assertThat(scalar.isNull()).isEqualTo(type == YamlScalar.Type.NULL);
    }

    @Test
    void aNumberThatJsonCannotSpellIsTold() throws IOException {
      YamlValue top = read("- [+1.50, 0x1F]").top().orElseThrow();

      assertThat(item(item(top, 0), 0).json()).hasToString("1.5");
      assertThatExceptionOfType(YamlException.class)
          .isThrownBy(top::json)
          .withMessage("0x1F is not a number in JSON; write it in decimals")
          .satisfies(refusal -> assertThat(refusal.column()).isEqualTo(11));
    }

    @Test
    void anAliasIsWhatItNames() throws IOException {
      YamlValue top = read("a: &x [1]\nb: *x\nc: &x 2\nd: *x\n").top().orElseThrow();

      assertThat(member(top, "b")).isSameAs(member(top, "a"));
      assertThat(((YamlScalar) member(top, "d")).text()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a remark\n", "\uFEFF"})
    void aFileMaySayNothing(String text) throws IOException {
      assertThat(read(text).top()).isEmpty();
    }
  }

  @Nested
  class Faults {

    @Test
    void areAllTold() throws IOException {
      YamlFile file =
          read("a: {b: 1, c: [{d: 1, d: 2}], b: 2}\n? [k]\n: {e: 1, e: 2}\n~: 1\na: 3\nf: 1\n");

      assertThat(file.faults())
          .extracting(
              fault ->
                  "%d:%d %s %s"
                      .formatted(
                          fault.place().line(),
                          fault.place().column(),
                          fault.place().path(),
                          fault.problem()))
          .containsExactly(
              "1:22 a.c[0].d is there twice",
              "1:30 a.b is there twice",
              "3:10 ?.e is there twice",
              "2:3 ? is no text, as a key has to be",
              "4:1 ? is no text, as a key has to be",
              "5:1 a is there twice");
      assertThat(shown(file.top().orElseThrow()))
          .isEqualTo(
              "1:1 {1:1 a=1:4 {1:5 b=1:8 NUMBER 1, 1:11 c=1:14 [1:15 {1:16 d=1:19 NUMBER 1}]},"
                  + " 6:1 f=6:4 NUMBER 1}");
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            a: *s3cret             | 1 | 4 | found an unknown alias; some values need quotes
            a: !s3cret!x y         | 1 | 4 | found undefined tag handle; some values need quotes
            a: &x [1, {b: *x}]     | 1 | 15 | an alias stands within the value that it names
            a: [1, 2               | 1 | 9 | expected ',' or ']', but got <stream end>
            """)
    void whatIsNoYaml(String text, int line, int column, String problem) {
      YamlException refusal = refusal(text);

      assertThat(refusal).hasMessage(problem);
      assertThat(refusal.line()).isEqualTo(line);
      assertThat(refusal.column()).isEqualTo(column);
    }

    @Test
    void aSecondDocument() {
      assertThat(refusal("a: 1\n---\nb: 2\n")).hasMessage("a second document starts here");
    }

    @Test
    void aCharacterThatYamlHasNotGot() {
      YamlException refusal = refusal("a: \u0001");

      assertThat(refusal).hasMessage("special characters are not allowed");
      assertThat(refusal.line()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: "})
    void moreThanFiveHundredLevels(String level) throws IOException {
      String close = level.equals("[") ? "]" : "}";

      assertThat(read(level.repeat(500) + close.repeat(500)).top()).isPresent();
      assertThat(refusal(level.repeat(200_000))).hasMessage("more than 500 levels");
    }

    @Test
    void fewLinesThatStandForBillionsOfValues() {
      String laughs =
          IntStream.range(1, 40)
              .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
              .collect(Collectors.joining());

      assertThat(refusal("a0: &a0 [ha]\n" + laughs))
          .hasMessage("more than 1000000 values, each alias counted in full");
    }

    @Test
    void moreThan16MiB() {
      assertThat(refusal("# " + "x".repeat(16 << 20))).hasMessage("more than 16 MiB");
    }

    @Test
    void whatIsNotUtf8() throws IOException {
      Path latin = folder.resolve("latin.yaml");
      Files.write(latin, "é".getBytes(StandardCharsets.ISO_8859_1));

      assertThatExceptionOfType(CharacterCodingException.class)
          .isThrownBy(() -> YamlFile.read(latin));
    }

    @Test
    void whatIsNotThere() {
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> YamlFile.read(folder.resolve("none")));
    }
  }
}
