package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import java.util.List;

/**
 * Conditions in the form in which they are stored and answered. They are written once, when they
 * change, so that no read has to look inside; whoever needs them as values reads them back.
 */
public interface ConditionsCodec {

  /** A JSON array in the given order. */
  Document write(List<Condition> conditions);

  /**
   * What {@link #write} wrote, in any spelling and with any members besides.
   *
   * @throws IllegalArgumentException if the document holds no conditions
   */
  List<Condition> read(Document document);

  /** As {@link #write}, of what an adapter reported. */
  Document writeReported(List<ReportedCondition> conditions);

  /** What {@link #writeReported} wrote, as {@link #read}. */
  List<ReportedCondition> readReported(Document document);
}
