package io.hyperfleet.json.yaml;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import java.util.List;

/** Items in the order of the file. */
public final class YamlList extends YamlValue {

  private final List<YamlValue> items;

  YamlList(YamlPlace place, List<YamlValue> items) {
    super(place);
    this.items = List.copyOf(items);
  }

  public List<YamlValue> items() {
    return items;
  }

  @Override
  public JsonValue json() {
    return new JsonArray(items.stream().map(YamlValue::json).toList());
  }
}
