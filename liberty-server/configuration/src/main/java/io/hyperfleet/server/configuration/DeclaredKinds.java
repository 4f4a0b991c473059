package io.hyperfleet.server.configuration;

import io.hyperfleet.domain.kind.CatalogueException;
import io.hyperfleet.domain.kind.ConditionExpressions;
import io.hyperfleet.domain.kind.DefaultRegistry;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.json.yaml.YamlFile;
import io.hyperfleet.json.yaml.YamlGroup;
import io.hyperfleet.json.yaml.YamlList;
import io.hyperfleet.json.yaml.YamlPlace;
import io.hyperfleet.server.configuration.GroupReader.Fault;
import java.util.ArrayList;
import java.util.List;

/** The kinds that an operator declares: what stands under {@code entities}. */
public final class DeclaredKinds {

  static final String PATH = "entities";

  private DeclaredKinds() {}

  /**
   * The kinds to serve; those that everybody knows if none is declared.
   *
   * @param json as the launcher hands it to the server, free of faults
   */
  public static KindCatalogue catalogue(String json) {
    if (json.equals(ValueType.NO_GROUPS)) {
      return DefaultRegistry.catalogue();
    }
    YamlList list = (YamlList) YamlFile.parse(json).top().orElseThrow();
    List<YamlGroup> entities = list.items().stream().map(YamlGroup.class::cast).toList();
    List<Fault> faults = new ArrayList<>();
    List<KindDescriptor> kinds = read(entities, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(faults.get(0).problem());
    }
    return new KindCatalogue(kinds);
  }

  /**
   * Everything that is wrong with single kinds; only if nothing is, what is wrong between them, or
   * else with their expressions.
   */
  static List<Fault> faults(List<YamlGroup> entities, ConditionExpressions expressions) {
    List<Fault> faults = new ArrayList<>();
    List<KindDescriptor> kinds = read(entities, faults);
    if (!faults.isEmpty()) {
      return faults;
    }
    try {
      new KindCatalogue(kinds);
    } catch (CatalogueException e) {
      return List.of(new Fault(entities.get(e.position()).place(), e.getMessage()));
    }
    for (int i = 0; i < kinds.size(); i++) {
      faults.addAll(faults(entities.get(i), kinds.get(i), expressions));
    }
    return faults;
  }

  private static List<Fault> faults(
      YamlGroup entity, KindDescriptor kind, ConditionExpressions expressions) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < kind.conditions().size(); i++) {
      YamlList rules = (YamlList) entity.members().get("conditions").value();
      YamlPlace place = rules.items().get(i).place();
      for (String problem : expressions.problems(kind, kind.conditions().get(i))) {
        faults.add(
            new Fault(
                place, "entity \"%s\": invalid conditions: %s".formatted(kind.name(), problem)));
      }
    }
    return faults;
  }

  private static List<KindDescriptor> read(List<YamlGroup> entities, List<Fault> faults) {
    return entities.stream()
        .map(entity -> new KindReader(new GroupReader(entity, faults::add)).read())
        .toList();
  }
}
