package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** References as they come in the row of the resource that refers. */
final class ReferenceText {

  private ReferenceText() {}

  /** An expression that makes the text out of the references of the resource {@code r}. */
  static String sql(String references) {
    return "(SELECT "
        + Words.sql("x.ref_type", "x.target_kind", "CAST(x.target_id AS text)")
        + " FROM "
        + references
        + " x WHERE x.source_kind = r.kind AND x.source_id = r.id)";
  }

  /**
   * @param text null if there are none
   */
  static References read(String text) {
    if (text == null) {
      return References.NONE;
    }
    TreeMap<String, List<Reference>> values = new TreeMap<>();
    Words words = Words.of(text);
    while (words.hasNext()) {
      String type = words.next();
      Kind kind = new Kind(words.next());
      ResourceId id = new ResourceId(UUID.fromString(words.next()));
      values.computeIfAbsent(type, first -> new ArrayList<>()).add(new Reference(kind, id));
    }
    return new References(values);
  }
}
