package io.hyperfleet.rest.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ListPart;
import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.application.resource.ListSelection;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.RequestedOrder;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchLanguage;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The query of a list. A parameter counts once, by its first value; a blank one counts as absent.
 */
final class ListQuery {

  /** Sent at all, even without a value, it asks for a list that is continued instead of paged. */
  private static final String CURSOR = "cursor";

  private static final String TOTAL = "total";
  private static final String REF_TYPE = "ref_type";
  private static final String REF_TARGET = "ref_target_id";

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private final String path;
  private final MultivaluedMap<String, String> parameters;

  private ListQuery(String path, MultivaluedMap<String, String> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  static ListQuery of(UriInfo uri) {
    try {
      return new ListQuery(uri.getPath(), uri.getQueryParameters());
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
    return selection(paging(), Optional.empty());
  }

  /** What of a kind is wanted. */
  ListSelection selection(KindDescriptor kind) {
    return selection(paging(), referring(kind));
  }

  private ListSelection selection(PageRequest page, Optional<Referring> referring) {
    RequestedOrder requested = RequestedOrder.accept(texts("order"));
    Optional<SearchExpression> filter =
        Optional.of(text("search")).filter(text -> !text.isEmpty()).map(SearchLanguage::parse);
    ResourceOrder order = requested.columns();
    Set<ResourcePart> parts =
        fields()
            .map(FieldSelection::requireKnown)
            .map(FieldSelection::parts)
            .orElse(ResourcePart.ALL);
    return new ListSelection(filter, referring, order, part(page, order), parts);
  }

  private ListPart part(PageRequest page, ResourceOrder order) {
    if (isContinued()) {
      return ListPart.after(position(order), page.size());
    }
    return text(TOTAL).equals("false") ? ListPart.uncounted(page) : ListPart.numbered(page);
  }

  /** Of the beginning there is none. */
  private Optional<ListPosition> position(ResourceOrder order) {
    if (!order.hasPositions()) {
      throw refused(CURSOR, "", "a list in the order of a whole document has no cursors");
    }
    String text = text(CURSOR);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<ListPosition> position = Cursor.read(text, list()).filter(found -> found.isIn(order));
    if (position.isEmpty()) {
      throw refused(
          CURSOR,
          text,
          "must be the next_cursor of an answer to the same path, search, order and references;"
              + " start again with an empty cursor");
    }
    return position;
  }

  private static FleetException refused(String field, String value, String message) {
    return FleetException.invalid(
        "Invalid query parameters",
        List.of(new Violation(field, value, Constraint.FORMAT, message)));
  }

  /** Whether the list is read from position to position instead of page by page. */
  boolean isContinued() {
    return parameters.containsKey(CURSOR);
  }

  /** With what a client goes on after that position. */
  String cursor(ListPosition position) {
    return Cursor.write(position, list());
  }

  /** What tells this list and its order from others. */
  private String list() {
    return String.join(
        "\n",
        path,
        text("kind"),
        text(REF_TYPE),
        text(REF_TARGET),
        text("search"),
        String.join(",", texts("order")));
  }

  /** Which members are wanted; empty for all. */
  Optional<FieldSelection> fields() {
    return FieldSelection.of(texts("fields"));
  }

  /** The number of the page. */
  int page() {
    return paging().page();
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

  /** Which part is wanted, of whatever it is. */
  PageRequest paging() {
    List<Violation> violations = new ArrayList<>();
    long page = integer("page", PageRequest.DEFAULT_PAGE, violations);
    long size = integer("size", PageRequest.DEFAULT_SIZE, violations);
    if (!List.of("", "true", "false").contains(text(TOTAL))) {
      violations.add(new Violation(TOTAL, text(TOTAL), Constraint.FORMAT, "must be true or false"));
    }
    if (!violations.isEmpty()) {
      throw FleetException.invalid("Invalid query parameters", violations);
    }
    return PageRequest.accept(page, size, contradictions());
  }

  private List<Violation> contradictions() {
    List<Violation> violations = new ArrayList<>();
    if (text(REF_TYPE).isEmpty() != text(REF_TARGET).isEmpty()) {
      violations.add(
          new Violation(
              text(REF_TYPE).isEmpty() ? "reftype" : "reftargetid",
              "",
              Constraint.REQUIRED,
              "ref_type and ref_target_id must be provided together"));
    }
    if (isContinued() && !text("page").isEmpty()) {
      violations.add(new Violation("page", "page and cursor exclude each other"));
    }
    if (isContinued() && text(TOTAL).equals("true")) {
      violations.add(new Violation(TOTAL, "a list that is read by cursor has no total"));
    }
    return violations;
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

  private List<String> texts(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  private String text(String name) {
    String first = parameters.getFirst(name);
    return first == null ? "" : first.strip();
  }
}
