package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.shape.OddDocuments;
import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies that are not what they should be: clusters, changes of them, and reports on them. */
final class Documents implements Attack {

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  @Override
  public String name() {
    return "documents";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    try (RawHttp connection = RawHttp.to(ports.api())) {
      String document = OddDocuments.next(choice);
      Judge.oneAnswer(
          connection.send(
              switch (choice.below(3)) {
                case 0 -> FuzzedRequests.write("POST", CLUSTERS, cluster(choice, document));
                case 1 ->
                    FuzzedRequests.write(
                        "PATCH", someCluster(connection), cluster(choice, document));
                default ->
                    FuzzedRequests.write(
                        "PUT", someCluster(connection) + "/statuses", report(choice, document));
              }));
    }
  }

  private static String cluster(Choice choice, String document) {
    return switch (choice.below(3)) {
      case 0 -> document;
      case 1 -> "{\"kind\":\"Cluster\",\"name\":\"odd-2\",\"spec\":" + document + "}";
      default -> "{\"spec\":" + document + "}";
    };
  }

  private static String report(Choice choice, String document) {
    String conditions =
        choice.either()
            ? document
            : """
              [{"type":"Available","status":"True"},{"type":"Applied","status":"True"},
               {"type":"Health","status":"True"},{"type":"Odd","status":"True","reason":%s}]
              """
                .formatted(choice.either() ? document : "\"\"");
    return choice.below(4) == 0
        ? document
        : "{\"adapter\":\"odd\",\"observed_generation\":1,\"conditions\":%s,\"data\":%s}"
            .formatted(conditions, document);
  }

  private static String someCluster(RawHttp connection) {
    Answer page =
        Judge.oneAnswer(
            connection.send(
                FuzzedRequests.get(CLUSTERS + "?size=1&search=name%20like%20%27client%25%27")));
    Matcher id = ID.matcher(page.body());
    return id.find() ? CLUSTERS + '/' + id.group(1) : CLUSTERS + "/none";
  }
}
