package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperand.OfDocument;
import io.hyperfleet.domain.search.SearchOperand.OfField;
import io.hyperfleet.domain.search.SearchOperand.OfNothing;
import io.hyperfleet.domain.search.SearchSyntax.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the names in a search stand for. */
final class SearchNames {

  private static final String LABEL = "labels.";
  private static final String SPEC = "spec.";
  private static final String CONDITION = "status.conditions.";

  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9_]+");
  private static final Pattern CONDITION_TYPE = Pattern.compile("[A-Z][a-zA-Z0-9]*");

  private static final Map<String, Member> MEMBERS =
      Arrays.stream(Member.values())
          .filter(member -> member != Member.STATUS)
          .collect(Collectors.toMap(SearchNames::of, Function.identity()));

  /** What a resource has several of; their members are no fields of the resource. */
  private static final Set<String> ASSOCIATIONS =
      Set.of("label", "condition", "conditions", "reference", "references");

  private SearchNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static boolean isCondition(SearchSyntax operand) {
    return operand instanceof Name name && name.text().startsWith(CONDITION);
  }

  /** The field of that name, or why there is none. */
  static SearchOperand resolve(Name name, boolean negated) {
    String text = name.text();
    if (text.startsWith(LABEL)) {
      requirePositive(negated, "label");
      return field(label(text.substring(LABEL.length())), name);
    }
    if (text.startsWith(CONDITION)) {
      requirePositive(negated, "condition");
      return field(condition(text.substring(CONDITION.length())), name);
    }
    if (text.startsWith(SPEC)) {
      return field(specPath(text.substring(SPEC.length())), name);
    }
    return column(name);
  }

  private static OfField field(SearchField field, Name name) {
    return new OfField(field, name.text(), name.offset());
  }

  /** It could mean those that have another value, or those that have none as well. */
  private static void requirePositive(boolean negated, String what) {
    if (negated) {
      throw FleetException.badRequest("NOT operator is not supported with " + what + " queries");
    }
  }

  private static Label label(String key) {
    if (key.isEmpty()) {
      throw FleetException.badRequest("label key cannot be empty");
    }
    return new Label(key);
  }

  private static SpecPath specPath(String path) {
    List<String> segments = segments(path);
    for (String segment : segments) {
      if (segment.isEmpty()) {
        throw FleetException.badRequest("spec field segment cannot be empty");
      }
      if (!isSegment(segment)) {
        throw FleetException.badRequest(
            "spec field segment '%s' is invalid: must contain only lowercase letters, digits, and underscores"
                .formatted(segment));
      }
    }
    return new SpecPath(segments);
  }

  private static OfCondition condition(String path) {
    if (path.isEmpty()) {
      throw FleetException.badRequest("condition type cannot be empty");
    }
    List<String> parts = segments(path);
    if (parts.size() > 2) {
      throw FleetException.badRequest(
          "invalid condition format: expected status.conditions.<Type> or status.conditions.<Type>.<subfield>");
    }
    String type = parts.get(0);
    if (!CONDITION_TYPE.matcher(type).matches()) {
      throw FleetException.badRequest(
          "condition type '%s' is invalid: must be PascalCase (e.g., Reconciled, Available)"
              .formatted(type));
    }
    return new OfCondition(type, parts.size() == 1 ? Member.STATUS : member(parts.get(1)));
  }

  private static Member member(String subfield) {
    Member member = MEMBERS.get(subfield);
    if (member == null) {
      throw FleetException.badRequest(
          "condition subfield '%s' is not supported; use last_updated_time, last_transition_time, or observed_generation"
              .formatted(subfield));
    }
    return member;
  }

  private static SearchOperand column(Name name) {
    List<String> segments = segments(name.text());
    if (!segments.stream().allMatch(SearchNames::isSegment)) {
      throw FleetException.badRequest(name.text() + " is not a valid field name");
    }
    String first = segments.get(0);
    if (segments.size() > 1 && !ASSOCIATIONS.contains(first)) {
      throw FleetException.badRequest(first + " is not a related resource of Resource");
    }
    Optional<ResourceColumn> column = ResourceColumn.named(name.text());
    if (column.isEmpty()) {
      return new OfNothing(name.offset());
    }
    return column.get().isDocument()
        ? new OfDocument(name.text(), name.offset())
        : field(column.get(), name);
  }

  private static boolean isSegment(String text) {
    return SEGMENT.matcher(text).matches();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("\\.", -1));
  }
}
