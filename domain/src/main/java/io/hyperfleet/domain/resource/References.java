package io.hyperfleet.domain.resource;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a resource refers to, by the type of the reference; a type without targets is not there. */
public record References(SortedMap<String, List<Reference>> values) {

  public static final References NONE = new References(Collections.emptySortedMap());

  private static final Comparator<Reference> ORDER =
      Comparator.comparing(target -> target.id().toString());

  public References {
    values =
        values.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().sorted(ORDER).toList(),
                        (one, other) -> one,
                        TreeMap::new),
                    Collections::unmodifiableSortedMap));
  }

  public static References of(Map<String, List<Reference>> values) {
    return new References(new TreeMap<>(values));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }
}
