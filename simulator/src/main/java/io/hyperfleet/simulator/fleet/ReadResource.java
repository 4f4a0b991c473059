package io.hyperfleet.simulator.fleet;

import java.util.Optional;

/**
 * A resource as the clients read it.
 *
 * @param deleting whether {@code deleted_time} is there: to adapters its presence is the signal
 * @param reconciled the condition of that name; a kind without required adapters has none
 */
public record ReadResource(
    String id,
    String name,
    String href,
    int generation,
    boolean deleting,
    Optional<ReadCondition> reconciled) {

  private static final String DELETED = "deleted_time";

  /** Reads the body of an answer. */
  public static ReadResource read(String json) {
    return of(StrictObject.read(json, "resource"));
  }

  static ReadResource of(StrictObject resource) {
    checkWhatIsNotKept(resource);
    boolean deleting = resource.has(DELETED);
    if (deleting) {
      resource.time(DELETED);
    }
    return new ReadResource(
        resource.text("id"),
        resource.text("name"),
        resource.text("href"),
        resource.integer("generation"),
        deleting,
        resource.object("status").objects("conditions").stream()
            .map(ReadCondition::of)
            .filter(condition -> condition.type().equals("Reconciled"))
            .findFirst());
  }

  private static void checkWhatIsNotKept(StrictObject resource) {
    resource.text("kind");
    resource.object("spec");
    resource.time("created_time");
    resource.time("updated_time");
    resource.optionalObject("labels").ifPresent(StrictObject::requireStrings);
    resource
        .optionalObject("owner_references")
        .ifPresent(
            owner -> {
              owner.text("id");
              owner.text("kind");
              owner.text("href");
            });
  }
}
