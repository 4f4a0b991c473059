package io.hyperfleet.json.yaml;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and what they hold. */
public final class YamlGroup extends YamlValue {

  private final Map<String, Member> members;

  YamlGroup(YamlPlace place, Map<String, Member> members) {
    super(place);
    this.members = Collections.unmodifiableMap(members);
  }

  /** In the order of the file. */
  public Map<String, Member> members() {
    return members;
  }

  @Override
  public JsonValue json() {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    members.forEach((name, member) -> values.put(name, member.value.json()));
    return new JsonObject(values);
  }

  /** What a key holds; the place is that of the key. */
  public record Member(YamlPlace place, YamlValue value) {}
}
