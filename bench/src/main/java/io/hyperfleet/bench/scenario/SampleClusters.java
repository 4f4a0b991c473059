package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.SeededId;
import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The clusters that are read, and what all of them look like. */
public final class SampleClusters {

  static final String PATH = "/api/hyperfleet/v1/clusters";

  /** What the names of created clusters start with; those of seeded ones do not. */
  static final String CREATED = "created-";

  /** A label of which each value belongs to some of the clusters. */
  static final String SHARD = "shard";

  static final int SPEC_BYTES = 900;

  private static final int SHARDS = 50;

  private static final String MODEL = "model";
  private static final String POOL =
      """
      {"name":"workers-%d","replicas":3,"machine":"m5.2xlarge","disk_gib":300,"taints":[]}""";
  private static final String SPEC =
      """
      {"region":"eu-west-1","release":{"version":"4.21.3","channel":"stable"},\
      "network":{"pods":"10.128.0.0/14","services":"172.30.0.0/16","machines":"10.0.0.0/16"},\
      "node_pools":[%s],"notes":"%s"}""";

  private SampleClusters() {}

  /** What a client sends to create one. */
  static String body(String name) {
    return """
        {"kind":"Cluster","name":"%s","labels":{"team":"core","stage":"production","tier":"gold"},"spec":%s}"""
        .formatted(name, spec());
  }

  /** JSON of exactly {@link #SPEC_BYTES}. */
  static String spec() {
    String pools = "";
    for (int pool = 1; pool <= 6; pool++) {
      pools += (pool > 1 ? "," : "") + POOL.formatted(pool);
    }
    int missing = SPEC_BYTES - SPEC.formatted(pools, "").length();
    return SPEC.formatted(pools, "x".repeat(missing));
  }

  /**
   * Makes as many as asked for. The server writes one, which is then copied as it is, whatever
   * columns there are; a millisecond lies between one and the next.
   *
   * @param port of a server on this database
   */
  public static void seed(int port, Postgres database, int count) {
    create(port);
    String id = SeededId.sql("n");
    String model = "(SELECT id FROM resources WHERE name = '" + MODEL + "')";
    String changes =
        "'id', %1$s, 'name', 'cluster-' || n, 'href', '%2$s/' || %1$s, 'created_time', %3$s, 'updated_time', %3$s"
            .formatted(id, PATH, time());
    database.execute(
        copy("resources", "id = " + model, count, changes),
        copy("labels", "owner_id = " + model, count, "'owner_id', " + id),
        "INSERT INTO labels SELECT 'Cluster', %s, '%s', n %% %d FROM generate_series(1::bigint, %d) n"
            .formatted(id, SHARD, SHARDS, count),
        "DELETE FROM resources WHERE name = '" + MODEL + "'",
        "VACUUM (ANALYZE) resources, labels");
  }

  static void removeCreated(Postgres database) {
    database.execute(
        "DELETE FROM resources WHERE kind = 'Cluster' AND name LIKE '" + CREATED + "%'",
        "VACUUM (ANALYZE) resources, labels");
  }

  /** Of every column but those that PostgreSQL computes. */
  private static String copy(String table, String which, int count, String changes) {
    return """
        DO $copy$
        DECLARE columns text := (
          SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
          WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '');
        BEGIN
          EXECUTE 'INSERT INTO %1$s (' || columns || ') SELECT ' || columns || $query$ FROM (
            SELECT changed.* FROM %1$s r, generate_series(1::bigint, %3$d) n,
              jsonb_populate_record(r, jsonb_build_object(%4$s)) changed WHERE r.%2$s) copied $query$;
        END $copy$"""
        .formatted(table, which, count, changes);
  }

  private static String time() {
    return "to_timestamp((%d + n) / 1000.0)".formatted(SeededId.FIRST_MILLIS);
  }

  private static void create(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(MODEL)))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new BenchException("no cluster can be created: " + answer.body());
      }
    } catch (IOException e) {
      throw new BenchException("no cluster can be created: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }
}
