package io.hyperfleet.server.warmup;

import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Hrefs;
import java.util.List;

/**
 * A request that the service sends to itself. It changes nothing, whatever it is answered.
 *
 * @param target path and query
 * @param body empty for a GET, else that of a POST
 */
record OwnRequest(String target, String body) {

  /** No resource has it: ids are made of the time, and this is none. */
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  /** Complete and long enough to be read in earnest; refused for its name alone. */
  private static final String BODY =
      """
      {"kind":"%s","name":"-","labels":{"region":"none","tier":"none"},"spec":{"a":{"b":[1,2.5,\
      true,null]},"c":"some text with an escape: \\u00e4","d":{"e":{"f":"more text","g":42}}}}
      """;

  /** What clients send of every sort, so that no part of the way is new to the first of them. */
  static List<OwnRequest> ofEverySort(KindDescriptor kind) {
    String collection = Hrefs.BASE + "/" + kind.plural();
    return List.of(
        get(collection + "/" + NOBODY),
        get(collection),
        get(Hrefs.BASE + "/resources/" + NOBODY),
        get(collection + "?size=many"),
        new OwnRequest(collection, BODY.formatted(kind.name())),
        new OwnRequest(collection, "{"));
  }

  private static OwnRequest get(String target) {
    return new OwnRequest(target, "");
  }
}
