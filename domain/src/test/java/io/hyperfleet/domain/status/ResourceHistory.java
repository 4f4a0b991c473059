package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that happens to one resource. */
public record ResourceHistory(
    List<AdapterName> required, Instant created, List<ResourceEvent> events) {

  public ResourceHistory {
    required = List.copyOf(required);
    events = List.copyOf(events);
  }

  /** The first so many events of it. */
  public ResourceHistory prefix(int length) {
    return new ResourceHistory(required, created, events.subList(0, length));
  }

  /** Where two sets of rules part, with the shortest prefix of this history that shows it. */
  public Optional<String> difference(HistoryRules expected, HistoryRules actual) {
    List<HistoryState> wanted = new HistoryPlayer(required, expected).play(this);
    List<HistoryState> got = new HistoryPlayer(required, actual).play(this);
    return IntStream.range(0, wanted.size())
        .filter(played -> !wanted.get(played).equals(got.get(played)))
        .boxed()
        .findFirst()
        .map(
            played ->
                "%s%nexpected %s%n but was %s"
                    .formatted(prefix(played), wanted.get(played), got.get(played)));
  }

  /** One event to a line. */
  @Override
  public String toString() {
    return events.stream()
        .map(event -> System.lineSeparator() + "  " + event)
        .collect(Collectors.joining("", "created " + created + " for " + required, ""));
  }
}
