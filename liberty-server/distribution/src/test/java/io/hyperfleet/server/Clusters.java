package io.hyperfleet.server;

import io.hyperfleet.server.Http.Answer;

/** The requests that tests make when it does not matter which ones. */
final class Clusters {

  static final String PATH = "/api/hyperfleet/v1/clusters";

  private Clusters() {}

  static Answer list(PackagedServer server) {
    return Http.get(server.api(PATH));
  }

  static Answer create(PackagedServer server) {
    return create(server, "{}");
  }

  static Answer create(PackagedServer server, String spec) {
    return Http.post(
        server.api(PATH),
        "{\"kind\":\"Cluster\",\"name\":\"" + Names.next() + "\",\"spec\":" + spec + "}");
  }
}
