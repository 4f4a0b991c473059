package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.Labels;
import java.util.TreeMap;

/** Labels as they come in the row of their resource. */
final class LabelText {

  private LabelText() {}

  /** An expression that makes the text out of the labels of the resource {@code r}. */
  static String sql(String labels) {
    return "(SELECT "
        + Words.sql("l.key", "l.value")
        + " FROM "
        + labels
        + " l WHERE l.owner_type = r.kind AND l.owner_id = r.id)";
  }

  /**
   * @param text null if there are none
   */
  static Labels read(String text) {
    if (text == null) {
      return Labels.NONE;
    }
    TreeMap<String, String> values = new TreeMap<>();
    Words words = Words.of(text);
    while (words.hasNext()) {
      String key = words.next();
      values.put(key, words.next());
    }
    return new Labels(values);
  }
}
