package io.hyperfleet.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the bare resource lives. */
@ApplicationPath("rest")
public class BareApplication extends Application {}
