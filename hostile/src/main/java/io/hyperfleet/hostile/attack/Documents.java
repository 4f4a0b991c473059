package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.shape.OddDocuments;
import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies that are not what they should be: new clusters, and changes of one that is there. */
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
      String path = choice.either() ? CLUSTERS : someCluster(connection);
      String method = path.equals(CLUSTERS) ? "POST" : "PATCH";
      String document = OddDocuments.next(choice);
      String body =
          switch (choice.below(3)) {
            case 0 -> document;
            case 1 -> "{\"kind\":\"Cluster\",\"name\":\"odd-2\",\"spec\":" + document + "}";
            default -> "{\"spec\":" + document + "}";
          };
      Judge.oneAnswer(connection.send(FuzzedRequests.write(method, path, body)));
    }
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
