package io.hyperfleet.domain.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The conditions of a resource that follow from the rules of its kind. */
public final class MappedConditions {

  private static final int MAX_REASON_BYTES = 256;
  private static final int MAX_MESSAGE_BYTES = 2048;

  /** What is meant to be one of two words says enough with as many characters. */
  private static final int MAX_STATUS_SHOWN = 64;

  private MappedConditions() {}

  /**
   * One condition for each outcome, in their order, but none for an outcome whose reason is too
   * long.
   *
   * @param resource as it is now
   * @param previous all conditions that it had before
   * @throws FleetException of code {@code INTERNAL} if a status is neither true nor false
   */
  public static List<Condition> of(
      List<MappedOutcome> outcomes, Resource resource, List<Condition> previous) {
    return outcomes.stream()
        .filter(outcome -> bytes(outcome.reason()) <= MAX_REASON_BYTES)
        .map(outcome -> condition(outcome, resource, before(outcome, previous)))
        .toList();
  }

  private static Optional<Condition> before(MappedOutcome outcome, List<Condition> previous) {
    return previous.stream().filter(it -> it.type().equals(outcome.type())).findFirst();
  }

  private static Condition condition(
      MappedOutcome outcome, Resource resource, Optional<Condition> previous) {
    ConditionStatus status = status(outcome, resource);
    Instant changed = resource.audit().updated().time();
    return new Condition(
        outcome.type(),
        status,
        Optional.of(outcome.reason()),
        Optional.of(cut(outcome.message())),
        resource.generation(),
        previous.map(Condition::createdTime).orElse(changed),
        changed,
        previous
            .filter(it -> it.status() == status)
            .map(Condition::lastTransitionTime)
            .orElse(changed));
  }

  private static ConditionStatus status(MappedOutcome outcome, Resource resource) {
    if (outcome.status().equalsIgnoreCase(ConditionStatus.TRUE.wire())) {
      return ConditionStatus.TRUE;
    }
    if (outcome.status().equalsIgnoreCase(ConditionStatus.FALSE.wire())) {
      return ConditionStatus.FALSE;
    }
    throw FleetException.mappingFailed(
        resource.kind().name(),
        outcome.type(),
        "invalid status value: " + shown(outcome.status()) + " (must be True or False)");
  }

  private static String shown(String status) {
    return status.codePointCount(0, status.length()) <= MAX_STATUS_SHOWN
        ? status
        : status.substring(0, status.offsetByCodePoints(0, MAX_STATUS_SHOWN)) + "…";
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String cut(String message) {
    byte[] all = message.getBytes(UTF_8);
    if (all.length <= MAX_MESSAGE_BYTES) {
      return message;
    }
    int end = MAX_MESSAGE_BYTES;
    while (isInsideCharacter(all[end])) {
      end--;
    }
    return new String(all, 0, end, UTF_8);
  }

  private static boolean isInsideCharacter(byte next) {
    return (next & 0xC0) == 0x80;
  }
}
