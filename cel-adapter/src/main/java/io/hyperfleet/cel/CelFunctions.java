package io.hyperfleet.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelRuntimeException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Conversions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The functions of ours, and those of the standard that are to do something else here. */
final class CelFunctions {

  /** Without those that are replaced. */
  static final CelStandardFunctions STANDARD =
      CelStandardFunctions.newBuilder()
          .filterFunctions(
              (function, overload) ->
                  function != StandardFunction.MATCHES && overload != Conversions.DOUBLE_TO_STRING)
          .build();

  private CelFunctions() {}

  static List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("toJson_dyn", Object.class, CelFunctions::toJson),
        CelFunctionBinding.from("dig_dyn_string", Object.class, String.class, CelFunctions::dig),
        OptionalMembers.BINDING,
        CelFunctionBinding.from("double_to_string", Double.class, CelNumber::inText),
        CelFunctionBinding.from("matches", String.class, String.class, CelFunctions::matches),
        CelFunctionBinding.from(
            "matches_string", String.class, String.class, CelFunctions::matches));
  }

  private static Object toJson(Object value) {
    return unquoted(() -> CelJson.of(value));
  }

  /** The engine quotes the arguments of whatever fails in any other way, at any length. */
  private static Object unquoted(Supplier<Object> function) {
    try {
      return function.get();
    } catch (RuleFailure failure) {
      throw new CelRuntimeException(failure, CelErrorCode.INVALID_ARGUMENT);
    }
  }

  /** What is found on the way that the path names; null if there is no such way. */
  private static Object dig(Object target, String path) {
    Object found = target;
    for (String segment : path.split("\\.", -1)) {
      if (!segment.isBlank()) {
        found = member(found, segment.strip());
      }
    }
    return found;
  }

  private static Object member(Object container, String name) {
    Object member = null;
    if (container instanceof Map<?, ?> map) {
      member = map.get(name);
    } else if (container instanceof List<?> list) {
      member = item(list, name);
    }
    return member == null ? NullValue.NULL_VALUE : member;
  }

  private static Object item(List<?> list, String name) {
    try {
      int index = Integer.parseInt(name);
      return index >= 0 && index < list.size() ? list.get(index) : null;
    } catch (NumberFormatException noIndex) {
      return null;
    }
  }

  /** As in the standard, for patterns that need not be written by an operator. */
  private static Object matches(String text, String pattern) {
    return unquoted(
        () -> {
          PatternSize.requireBounded(pattern);
          return compiled(pattern).matcher(text).find();
        });
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException invalid) {
      throw new RuleFailure("no valid pattern");
    }
  }
}
