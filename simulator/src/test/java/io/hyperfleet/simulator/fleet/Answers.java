package io.hyperfleet.simulator.fleet;

/** Resources as the API answers them. */
public final class Answers {

  private Answers() {}

  /** A cluster with that value of {@code Reconciled}, last updated at that time. */
  public static String cluster(int generation, String status, int observed, String updated) {
    return resource(
        generation,
        "",
        """
        {"type":"Reconciled","status":"%s","reason":"R",
         "message":"Required adapters not reporting Available=True: [dns, validation]. Currently reporting: [hypershift]",
         "observed_generation":%d,"created_time":"2026-01-01T00:00:00Z",
         "last_updated_time":"%s","last_transition_time":"2026-01-01T00:00:00.123456Z"}"""
            .formatted(status, observed, updated));
  }

  /** One that is being deleted. */
  public static String deleting(int generation) {
    return resource(generation, "\"deleted_time\":\"2026-01-01T00:00:00Z\",", "");
  }

  /** One whose kind has no required adapters. */
  public static String withoutConditions(int generation) {
    return resource(generation, "", "");
  }

  static String page(int size, int total, String... items) {
    return "{\"items\":[%s],\"page\":1,\"size\":%d,\"total\":%d}"
        .formatted(String.join(",", items), size, total);
  }

  private static String resource(int generation, String members, String conditions) {
    return """
        {"id":"c1","kind":"Cluster","name":"sim-abc-1","href":"/api/hyperfleet/v1/clusters/c1",
         "labels":{"a":"b"},"spec":{"n":1.5},"tenancy":{},%s"generation":%d,
         "created_time":"2026-01-01T00:00:00Z","updated_time":"2026-01-01T00:00:00.5Z",
         "status":{"conditions":[%s]}}"""
        .formatted(members, generation, conditions);
  }
}
