package io.hyperfleet.simulator.fleet;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of a resource, as far as Sentinel looks at it. */
public record ReadCondition(
    String type, String status, int observedGeneration, Instant lastUpdated, String message) {

  /** The only place where the API tells who is required: those who are missing, and the others. */
  private static final Pattern REQUIRED =
      Pattern.compile(
          "Required adapters not reporting \\w+=True: \\[(.*?)\\]\\. Currently reporting: \\[(.*?)\\]");

  static ReadCondition of(StrictObject condition) {
    condition.textOrEmpty("reason");
    condition.time("created_time");
    condition.time("last_transition_time");
    return new ReadCondition(
        condition.text("type"),
        condition.text("status"),
        condition.integer("observed_generation"),
        condition.time("last_updated_time"),
        condition.textOrEmpty("message"));
  }

  public boolean isTrue() {
    return status.equals("True");
  }

  /** The adapters that its message names, in order. */
  public Set<String> adapters() {
    Set<String> names = new TreeSet<>();
    Matcher lists = REQUIRED.matcher(message);
    if (lists.matches()) {
      names.addAll(Arrays.asList(lists.group(1).split(", ")));
      names.addAll(Arrays.asList(lists.group(2).split(", ")));
      names.remove("");
    }
    return names;
  }
}
