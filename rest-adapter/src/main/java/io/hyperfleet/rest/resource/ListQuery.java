package io.hyperfleet.rest.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.kind.KindCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The query of a list. A parameter counts once, by its first value; a blank one counts as absent.
 */
final class ListQuery {

  /** Narrowing or reordering parameters: to ignore one would answer with the wrong rows. */
  private static final List<String> UNSUPPORTED =
      List.of("search", "order", "fields", "ref_type", "ref_target_id");

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

  PageRequest page() {
    PageRequest accepted = paging();
    UNSUPPORTED.stream()
        .filter(name -> !text(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw FleetException.invalid(
                  "query parameter '" + name + "' is not supported by this version");
            });
    return accepted;
  }

  private PageRequest paging() {
    List<Violation> violations = new ArrayList<>();
    long page = integer("page", PageRequest.DEFAULT_PAGE, violations);
    long size = integer("size", PageRequest.DEFAULT_SIZE, violations);
    if (!violations.isEmpty()) {
      throw FleetException.invalid("Invalid query parameters", violations);
    }
    return PageRequest.accept(page, size);
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
