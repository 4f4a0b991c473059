package io.hyperfleet.json.yaml;

import java.util.Collections;
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

  /** What a key holds; the place is that of the key. */
  public record Member(YamlPlace place, YamlValue value) {}
}
