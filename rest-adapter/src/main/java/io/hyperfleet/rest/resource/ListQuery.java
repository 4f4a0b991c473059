package io.hyperfleet.rest.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ListSelection;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query of a list. A parameter counts once, by its first value; a blank one counts as absent.
 */
final class ListQuery {

  /** Narrowing or reordering parameters: to ignore one would answer with the wrong rows. */
  private static final List<String> UNSUPPORTED = List.of("search", "order", "fields");

  private static final String REF_TYPE = "ref_type";
  private static final String REF_TARGET = "ref_target_id";

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private final MultivaluedMap<String, String> parameters;

  private ListQuery(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  static ListQuery of(UriInfo uri) {
    try {
      return new ListQuery(uri.getQueryParameters());
    } catch (IllegalArgumentException notPercentEncoded) {
      throw FleetException.invalid("Invalid query parameters");
    }
  }

  /** What of everything is wanted: all of it, or what is of one kind. */
  ResourceCollection ofEverything(KindCatalogue kinds) {
    paging();
    String kind = parameters.getFirst("kind");
    if (kind == null || kind.isEmpty()) {
      return ResourceCollection.EVERYTHING;
    }
    return kinds
        .named(kind)
        .map(ResourceCollection::of)
        .orElseThrow(() -> FleetException.unknownKind(kind));
  }

  /** What of everything, or of one kind of it, is wanted: what it refers to makes no difference. */
  ListSelection selection() {
    PageRequest page = paging();
    refuseUnsupported();
    return ListSelection.of(page);
  }

  /** What of a kind is wanted. */
  ListSelection selection(KindDescriptor kind) {
    PageRequest page = paging();
    Optional<Referring> referring = referring(kind);
    refuseUnsupported();
    return new ListSelection(page, referring);
  }

  private Optional<Referring> referring(KindDescriptor kind) {
    String type = text(REF_TYPE);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    ReferenceRule declared =
        kind.references().stream()
            .filter(rule -> rule.type().equals(type))
            .findFirst()
            .orElseThrow(
                () ->
                    FleetException.invalid(
                        "Unknown ref_type \"" + type + "\" for entity " + kind.name()));
    return Optional.of(
        new Referring(
            type,
            ResourceId.parse(text(REF_TARGET)).map(id -> new Reference(declared.target(), id))));
  }

  private void refuseUnsupported() {
    UNSUPPORTED.stream()
        .filter(name -> !text(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw FleetException.invalid(
                  "query parameter '" + name + "' is not supported by this version");
            });
  }

  /** Which part is wanted, of whatever it is. */
  PageRequest paging() {
    List<Violation> violations = new ArrayList<>();
    long page = integer("page", PageRequest.DEFAULT_PAGE, violations);
    long size = integer("size", PageRequest.DEFAULT_SIZE, violations);
    if (!violations.isEmpty()) {
      throw FleetException.invalid("Invalid query parameters", violations);
    }
    return PageRequest.accept(page, size, halfOfAPair());
  }

  private List<Violation> halfOfAPair() {
    if (text(REF_TYPE).isEmpty() == text(REF_TARGET).isEmpty()) {
      return List.of();
    }
    return List.of(
        new Violation(
            text(REF_TYPE).isEmpty() ? "reftype" : "reftargetid",
            "",
            Constraint.REQUIRED,
            "ref_type and ref_target_id must be provided together"));
  }

  private long integer(String name, long byDefault, List<Violation> violations) {
    String text = text(name);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      if (INTEGER.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException moreThan64Bits) {
      // Reported below, like any other text that is no such number.
    }
    violations.add(new Violation(name, text, Constraint.FORMAT, "must be a valid integer"));
    return byDefault;
  }

  private String text(String name) {
    String first = parameters.getFirst(name);
    return first == null ? "" : first.strip();
  }
}
