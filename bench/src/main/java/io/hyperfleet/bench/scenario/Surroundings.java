package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.LoadGenerator;
import io.hyperfleet.bench.load.SqlLoad;
import io.hyperfleet.bench.started.Host;
import io.hyperfleet.bench.started.Postgres;

/** What scenarios work with: the two servers, the database, and what makes load. */
public record Surroundings(
    Host product, Host bare, Postgres database, LoadGenerator http, SqlLoad sql) {}
