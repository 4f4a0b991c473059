package io.hyperfleet.application.resource;

import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.resource.ConditionRules;
import io.hyperfleet.json.JsonConditions;
import io.hyperfleet.json.JsonEquality;
import java.time.InstantSource;
import java.util.Random;

/** What use cases are made of, as it is shipped, except for rules of further conditions. */
public final class UseCaseFixture {

  private UseCaseFixture() {}

  public static ResourceConditions conditions(KindCatalogue kinds, Stores stores) {
    return new ResourceConditions(kinds, stores, new JsonConditions(), ConditionRules.NONE);
  }

  /**
   * Makes resources.
   *
   * @param seed of the ids
   */
  public static ResourceFactory factory(
      KindCatalogue kinds, Stores stores, InstantSource clock, long seed) {
    return new ResourceFactory(
        new TimeOrderedIds(clock, new Random(seed)),
        clock,
        conditions(kinds, stores),
        new JsonEquality());
  }

  public static ResourceReports reports(KindCatalogue kinds, Stores stores, InstantSource clock) {
    return new ResourceReports(kinds, stores, conditions(kinds, stores), new JsonEquality(), clock);
  }
}
