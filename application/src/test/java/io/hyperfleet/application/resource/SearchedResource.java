package io.hyperfleet.application.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchValue;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNull;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A resource and its documents as trees: what its fields hold, as a value or as JSON. */
final class SearchedResource implements SearchField.Visitor<Optional<Object>> {

  private final Resource resource;
  private final JsonValue spec;
  private final JsonValue conditions;
  private final JsonValue tenancy;

  SearchedResource(Resource resource) {
    this.resource = resource;
    this.spec = JsonReader.tree(resource.spec());
    this.conditions = JsonReader.tree(resource.conditions());
    this.tenancy = JsonReader.tree(resource.tenancy());
  }

  Resource resource() {
    return resource;
  }

  boolean isWithin(Document scope) {
    return members(tenancy).entrySet().containsAll(members(JsonReader.tree(scope)).entrySet());
  }

  private static Map<String, JsonValue> members(JsonValue object) {
    return ((JsonObject) object).members();
  }

  @Override
  public Optional<Object> column(ResourceColumn column) {
    return column.of(resource).map(Function.identity());
  }

  @Override
  public Optional<Object> label(SearchField.Label label) {
    return Optional.ofNullable(resource.labels().values().get(label.key()))
        .map(SearchValue.Text::new);
  }

  @Override
  public Optional<Object> specPath(SearchField.SpecPath path) {
    JsonValue found = spec;
    for (String member : path.members()) {
      found = member(found, member);
    }
    return unlessNull(found);
  }

  @Override
  public Optional<Object> ofCondition(SearchField.OfCondition field) {
    String name = field.member().name().toLowerCase(Locale.ROOT);
    return ((JsonArray) conditions)
        .items().stream()
            .filter(item -> member(item, "type").equals(new JsonString(field.type())))
            .findFirst()
            .flatMap(condition -> unlessNull(member(condition, name)));
  }

  private static JsonValue member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.member(name) : JsonNull.NULL;
  }

  private static Optional<Object> unlessNull(JsonValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(value);
  }
}
