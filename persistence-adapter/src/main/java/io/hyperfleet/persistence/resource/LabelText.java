package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.Labels;
import java.util.TreeMap;

/**
 * Labels as one text, so that they come in the row of their resource: key and value by turns, each
 * after its length in code points and a blank. Whatever a label holds, it cannot be misread.
 */
final class LabelText {

  private final String text;
  private int at;

  private LabelText(String text) {
    this.text = text;
  }

  /** An expression that makes the text out of the labels of the resource {@code r}. */
  static String sql(String labels) {
    return "(SELECT string_agg(concat(length(l.key), ' ', l.key, length(l.value), ' ', l.value), '')"
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
    LabelText labels = new LabelText(text);
    TreeMap<String, String> values = new TreeMap<>();
    while (labels.at < text.length()) {
      String key = labels.next();
      values.put(key, labels.next());
    }
    return new Labels(values);
  }

  private String next() {
    int blank = text.indexOf(' ', at);
    int start = blank + 1;
    int length = Integer.parseInt(text, at, blank, 10);
    at = text.offsetByCodePoints(start, length);
    return text.substring(start, at);
  }
}
