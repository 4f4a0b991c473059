package io.hyperfleet.cel;

import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a condition shows of the result of an expression. */
final class CelText {

  private CelText() {}

  /** Nothing for null, a text as it is, and of anything else the form that it has as text. */
  static String of(Object result) {
    if (result instanceof Optional<?> optional) {
      return optional.map(CelText::of).orElse("");
    }
    if (result instanceof NullValue) {
      return "";
    }
    if (result instanceof Double number) {
      return CelNumber.inText(number);
    }
    boolean isTree = result instanceof Map || result instanceof List;
    return isTree ? CelJson.of(result) : CelJson.text(result);
  }
}
