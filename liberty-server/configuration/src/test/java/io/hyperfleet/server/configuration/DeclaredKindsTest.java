package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.DefaultRegistry;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.NameLength;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.kind.Parent;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.kind.SpecSchema;
import io.hyperfleet.domain.status.AdapterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredKindsTest {

  private static final Path EXAMPLES = Path.of("../../examples");

  private static final String EVERYTHING =
      """
      entities:
        - kind: Depot
          plural: depots
        - kind: Crate
          plural: crates
          parent_kind: Depot
          on_parent_delete: restrict
          spec_schema_name: CrateSpec
          require_spec_schema: true
          required_adapters: [crate-checker, b]
          name_min_len: 2
          name_max_len: 40
          references:
            - ref_type: peer
              target_kind: Crate
              min: 0
              max: 3
            - {ref_type: home, target_kind: Depot}
          conditions:
            - type: Sealed
              when: {expression: 'a == "${x}"'}
              output:
                status: {expression: b}
                reason: {expression: c}
                message: {expression: "d\\ne"}
      """;

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @Test
  void everyKeyOfAKindIsRead() {
    resolving.yaml(EVERYTHING);

    assertThat(resolving.resolve().kinds().all())
        .containsExactly(
            new KindDescriptor(
                new Kind("Depot"),
                "depots",
                Optional.empty(),
                new NameLength(0, 0),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()),
            new KindDescriptor(
                new Kind("Crate"),
                "crates",
                Optional.of(new Parent(new Kind("Depot"), OnParentDelete.RESTRICT)),
                new NameLength(2, 40),
                Optional.of(new SpecSchema("CrateSpec", true)),
                List.of(new AdapterName("crate-checker"), new AdapterName("b")),
                List.of(
                    new ReferenceRule("peer", new Kind("Crate"), 0, 3),
                    new ReferenceRule("home", new Kind("Depot"), 0, 0)),
                List.of(new ConditionRule("Sealed", "a == \"${x}\"", "b", "c", "d\ne"))));
  }

  @Test
  void theServerReadsWhatTheLauncherHandsOver() {
    resolving.yaml(EVERYTHING);
    Configuration configuration = resolving.resolve();
    String handedOver = configuration.forServer("entities");

    assertThat(handedOver).doesNotContain("$");
    assertThat(DeclaredKinds.catalogue(handedOver).all()).isEqualTo(configuration.kinds().all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "entities:", "entities: []"})
  void whereNoneIsDeclaredTheUsualOnesAreServed(String yaml) {
    resolving.yaml(yaml);

    assertThat(resolving.resolve().kinds().all()).isEqualTo(DefaultRegistry.catalogue().all());
  }

  @Test
  void theUsualOnesAreAnExampleToo() throws IOException {
    resolving.yaml(Files.readString(EXAMPLES.resolve("registry/default.yaml")));

    assertThat(resolving.resolve().kinds().all()).isEqualTo(DefaultRegistry.catalogue().all());
  }

  @ParameterizedTest
  @CsvSource({"restrict,RESTRICT", "cascade,CASCADE", "'',KEEP", "~,KEEP"})
  void childrenAreKeptOnlyIfNothingElseIsSaid(String written, OnParentDelete policy) {
    resolving.yaml(
        "entities: [{kind: A, plural: as}, {kind: B, plural: bs, parent_kind: A, on_parent_delete: %s}]"
            .formatted(written.isEmpty() ? "''" : written));

    assertThat(resolving.resolve().kinds().all().get(1).parent())
        .contains(new Parent(new Kind("A"), policy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plurl: as | 17 | unknown key entities[0].plurl, did you mean plural?",
        "other: 1 | 17 | unknown key entities[0].other",
        "plural: 5 | 25 | entities[0].plural must be a text; a number or a switch needs quotes",
        "plural: [a] | 25 | entities[0].plural must be a text; a number or a switch needs quotes",
        "plural: \"a\\eb\" | 25 | entities[0].plural must not hold control characters",
        "parent_kind: {} | 30 | entities[0].parent_kind must be a text; a number or a switch needs quotes",
        "name_min_len: '1' | 31 | entities[0].name_min_len must be a whole number of at least 0",
        "name_min_len: -1 | 31 | entities[0].name_min_len must be a whole number of at least 0",
        "name_max_len: 1.5 | 31 | entities[0].name_max_len must be a whole number of at least 0",
        "require_spec_schema: 'true' | 38 | entities[0].require_spec_schema must be true or false",
        "on_parent_delete: casade | 35 | entities[0].on_parent_delete must be restrict or cascade,"
            + " or empty to leave children behind",
        "required_adapters: a | 36 | entities[0].required_adapters must be a list",
        "required_adapters: [a, ''] | 40 | entities[0].required_adapters[1] must be a text that is"
            + " not empty",
        "required_adapters: [[a]] | 37 | entities[0].required_adapters[0] must be a text that is"
            + " not empty",
        "references: {a: b} | 29 | entities[0].references must be a list",
        "references: [a] | 30 | entities[0].references[0] must be a group of keys",
        "references: [{target_kind: A}] | 30 | entities[0].references[0].ref_type is missing",
        "references: [{ref_type: a}] | 30 | entities[0].references[0].target_kind is missing",
        "references: [{ref_type: a, target_kind: A, mix: 1}] | 60 | unknown key"
            + " entities[0].references[0].mix, did you mean max?",
        "conditions: [{type: T, when: a}] | 46 | entities[0].conditions[0].when must be a group of"
            + " keys",
        "conditions: [{type: T, when: {expresion: a}}] | 47 | unknown key"
            + " entities[0].conditions[0].when.expresion, did you mean expression?",
        "conditions: [{type: T, output: {state: {}}}] | 49 | unknown key"
            + " entities[0].conditions[0].output.state, did you mean status?",
      })
  void whatIsNotUnderstoodIsToldWithItsPlace(String keys, int column, String fault) {
    resolving.yaml("entities: [{\n kind: A,       " + keys + "}]");

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .endsWith("config.yaml:2:" + column + ": " + fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{plural: as}", "{kind: '', plural: as}", "{kind: ~, plural: as}"})
  void aKindHasAName(String entity) {
    resolving.yaml("entities: [" + entity + "]");

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .endsWith("config.yaml:1:12: entity kind cannot be empty");
  }

  @Test
  void faultsOfAllKindsAreToldAtOnce() {
    resolving.yaml("entities:\n- {kind: A, plural: 1}\n- B\n- {kind: C, plural: cs, kin: C}\n");

    assertThat(resolving.faults())
        .extracting(fault -> fault.replaceFirst(".*config.yaml", ""))
        .containsExactlyInAnyOrder(
            ":3:3: entities[1] must be a group of keys",
            ":2:21: entities[0].plural must be a text; a number or a switch needs quotes",
            ":4:25: unknown key entities[2].kin, did you mean kind?");
  }

  @Test
  void whatIsWrongBetweenKindsIsToldInThePublishedWordsAtTheKind() {
    resolving.yaml("entities:\n- {kind: A, plural: as}\n- {kind: B, plural: as}\n");

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .endsWith("config.yaml:3:3: duplicate plural \"as\": registered by both \"A\" and \"B\"");
  }

  @Test
  void theServerTakesNothingThatTheLauncherWouldRefuse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeclaredKinds.catalogue("[{\"kind\":\"A\",\"plurl\":\"as\"}]"))
        .withMessageContaining("plurl");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeclaredKinds.catalogue("[{\"kind\":\"A\"}]"))
        .withMessage("entity kind \"A\" has empty plural");
  }
}
